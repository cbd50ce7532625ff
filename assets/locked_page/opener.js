const page = document.getElementById("page");
const line = document.getElementById("sealed").textContent.trim();
const [version, derivation, rounds, cipher, salt, nonce, sealed] = line.split("|");

/* An element with text and things in it. Text is only ever text: nothing that was typed becomes markup. */
function made(name, given = {}, ...inside) {
  const { className, ...attributes } = given;
  const one = document.createElement(name);
  if (className) one.className = className;
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...inside);
  return one;
}

function bytes(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/* What two people may write differently and mean alike. app/exports/locked_page.py does the same before it locks. */
function folded(typed) {
  return typed
    .normalize("NFKC").toLowerCase().normalize("NFKC")
    .replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/[-\u2010-\u2015 \t\n\r]+/g, " ").replace(/^ | $/g, "");
}

async function isWhole() {
  const end = line.lastIndexOf("|");
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(line.slice(0, end)));
  return btoa(String.fromCharCode(...new Uint8Array(sum))) === line.slice(end + 1);
}

async function opened(passphrase) {
  const encoded = (text) => new TextEncoder().encode(text);
  const typed = await crypto.subtle.importKey("raw", encoded(passphrase), "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: Number(rounds) },
    typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const head = encoded([version, derivation, rounds, cipher, salt, nonce].join("|"));
  const content = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: bytes(nonce), additionalData: head }, key, bytes(sealed));
  return JSON.parse(new TextDecoder().decode(content));
}

function ask() {
  const field = made("input", {
    id: "typed", type: "password", autocomplete: "off", autocapitalize: "none", autocorrect: "off",
    spellcheck: "false", "aria-describedby": "ask said",
  });
  const box = made("input", { type: "checkbox" });
  const said = made("p", { id: "said", role: "status" });
  const button = made("button", { type: "submit" }, words.open);
  const form = made("form", {},
    made("label", { for: "typed" }, words.passphrase), field,
    made("label", { className: "check" }, box, words.show), button, said);
  let busy = false;
  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    const passphrase = folded(field.value);
    if (!passphrase) { said.textContent = words.empty; field.focus(); return; }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    said.textContent = words.opening;
    try {
      show(await opened(passphrase));
    } catch {
      said.textContent = words.not_opened;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
    busy = false;
    button.removeAttribute("aria-disabled");
  });
  page.replaceChildren(made("h1", {}, words.title), made("p", { id: "ask" }, words.ask), form);
  field.focus();
}

function tell(text) {
  page.replaceChildren(made("h1", {}, words.title), made("p", { role: "status" }, text));
}

function typed(text) {
  return made("span", { className: "typed", dir: "auto" }, text);
}

function way(one, name) {
  const value = made("bdi", { dir: "auto" }, one.value);
  const named = `${one.label} ${name}: ${one.value}`;
  const shown = /^(tel|sms|mailto):/.test(one.link)
    ? made("a", { href: one.link, "aria-label": named }, value) : value;
  return made("li", {}, made("span", { className: "label" }, `${one.label}: `), shown);
}

function support(one) {
  const ways = one.ways.length ? [made("ul", {}, ...one.ways.map((each) => way(each, one.name)))] : [];
  return [typed(one.name), ...ways];
}

function tool(one) {
  const steps = one.steps.length ? [made("ol", {}, ...one.steps.map((each) => made("li", {}, typed(each))))] : [];
  return [typed(one.name), ...steps];
}

function item(one) {
  const named = [...one.tools.map(tool), ...one.supports.map(support)];
  if (!one.text && named.length === 1) return made("li", {}, ...named[0]);
  const text = one.text ? [typed(one.text)] : [];
  const inside = named.map((each) => made("li", {}, ...each));
  return made("li", {}, ...text, ...(inside.length ? [made("ul", {}, ...inside)] : []));
}

function part(one) {
  const groups = one.groups.flatMap((group) => [
    ...(group.heading ? [made("h3", {}, group.heading)] : []),
    made("ul", {}, ...group.lines.map(item)),
  ]);
  const opening = one.page ? [made("h2", { className: "page", dir: "auto" }, one.page)] : [];
  const after = one.after.map((text) => made("p", { dir: "auto" }, text));
  return made("section", {}, ...opening, made("h2", { dir: "auto" }, one.heading), ...groups, ...after);
}

function show(plan) {
  const title = made("h1", { tabindex: "-1" }, plan.title);
  const about = [plan.made_by, plan.dated, plan.version].filter(Boolean)
    .map((text) => made("p", { className: "quiet about", dir: "auto" }, text));
  const sentence = plan.one_line
    ? [made("p", { className: "sentence", dir: "auto" }, plan.one_line)] : [];
  const lock = made("button", { type: "button", className: "second" }, words.lock);
  lock.addEventListener("click", () => location.reload());
  page.replaceChildren(title, ...about, ...sentence, ...plan.parts.map(part),
    made("p", { className: "quiet" }, plan.closing),
    made("p", { className: "quiet screen" }, words.keep), lock);
  window.scrollTo(0, 0);
  title.focus();
}

/* A page that the browser kept to show again is locked again first. */
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

(async () => {
  if (!window.crypto || !crypto.subtle) tell(words.no_crypto);
  else if (!(await isWhole())) tell(words.damaged);
  else if (version !== "1" || derivation !== "PBKDF2-SHA256" || cipher !== "AES-256-GCM") tell(words.unknown);
  else ask();
})();
