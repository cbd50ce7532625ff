"""A few words in each script that people type here, by the name of the script."""

SAMPLES = {
    "Arabic": "أنا بخير، شكراً لك",
    "Persian": "می‌خواهم حرف بزنم",
    "Urdu": "میں ٹھیک ہوں",
    "Hebrew": "אני בסדר, תודה",
    "Devanagari": "मैं ठीक हूँ, धन्यवाद",
    "Bengali": "আমি ভালো আছি",
    "Gurmukhi": "ਮੈਂ ਠੀਕ ਹਾਂ",
    "Gujarati": "હું ઠીક છું",
    "Odia": "ମୁଁ ଭଲ ଅଛି",
    "Tamil": "நான் நலமாக இருக்கிறேன்",
    "Telugu": "నేను బాగున్నాను",
    "Kannada": "ನಾನು ಚೆನ್ನಾಗಿದ್ದೇನೆ",
    "Malayalam": "എനിക്ക് സുഖമാണ്",
    "Sinhala": "මම හොඳින්",
    "Thai": "ฉันสบายดี ขอบคุณ",
    "Lao": "ຂ້ອຍສະບາຍດີ",
    "Khmer": "ខ្ញុំសុខសប្បាយ",
    "Myanmar": "ကျွန်တော် နေကောင်းပါတယ်",
    "Georgian": "კარგად ვარ",
    "Armenian": "Լավ եմ, շնորհակալություն",
    "Ethiopic": "ደህና ነኝ አመሰግናለሁ",
    "Thaana": "އަހަރެން ރަނގަޅު",
    "Tifinagh": "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ",
    "Chinese": "我很好,谢谢。謝謝你",
    "Japanese": "大丈夫です。ありがとうカタカナ",
    "Korean": "저는 괜찮아요 고마워요",
    "emoji": "😀🌊❤️‍🩹👩🏽‍💻",
    "signs": "→ ★ ✓ ☎ ≈",
}

NOT_ON_A_PHONE = frozenset(
    {
        *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Odia", "Tamil", "Telugu", "Kannada", "Malayalam"),
        *("Sinhala", "Khmer", "Myanmar"),
    }
)
"""What cannot be printed where no library shapes letters."""
