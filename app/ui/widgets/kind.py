"""The picture of each kind of support; its words always stand beside it."""

import flet as ft

KIND_ICONS: dict[str, ft.IconData] = {
    "person": ft.Icons.PERSON_OUTLINE,
    "group": ft.Icons.GROUPS_OUTLINED,
    "community": ft.Icons.DIVERSITY_3_OUTLINED,
    "place": ft.Icons.PLACE_OUTLINED,
    "activity": ft.Icons.BRUSH_OUTLINED,
    "animal": ft.Icons.PETS_OUTLINED,
    "service": ft.Icons.MEDICAL_SERVICES_OUTLINED,
    "helpline": ft.Icons.SUPPORT_AGENT_OUTLINED,
    "within_me": ft.Icons.SPA_OUTLINED,
}
