// Every page is complete without this file. It fetches what a page asks for by its attributes, and nothing else.
const parts = [
  ["time[data-relative]", "./relative-time.js"],
  ["[data-live-url]", "./live.js"],
  [".sign__form, [data-display-name]", "./sign-form.js"],
  ["[data-frame]", "./frame.js"],
  ["[data-proof]", "./proof.js"],
  ["[data-code]", "./code.js"],
  ["[data-share], [data-copy]", "./share.js"],
  ["[data-preview-url]", "./preview.js"],
  ["[data-own-zone=ask]", "./own-zone.js"],
  ["[data-autosave-url]", "./autosave.js"],
  ["[data-key], [data-queue]", "./keys.js"],
  ["[data-undo]", "./undo.js"],
  ["[data-passkey]", "./passkeys.js"],
  ["[data-print]", "./print.js"],
  ["[data-thank]", "./thank.js"],
  ["[data-api-path]", "./api.js"],
  ["[data-focus]", "./focus.js"],
  ["[data-accent]", "./accent.js"],
];

document.documentElement.classList.add("js");

const wanted = parts.filter(([selector]) => document.querySelector(selector));
// Whoever waits for a page to be complete can see when it is.
Promise.all(wanted.map(([, file]) => import(file).then((part) => part.default()))).then(() => { document.documentElement.dataset.ready = ""; });

// Browsers without autofocus on any element, and pages reached by a fragment, still bring the reader to the errors.
const errors = document.querySelector(".errors[autofocus]");
if (errors && document.activeElement !== errors) {
  errors.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".errors a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.closest("details:not([open])")?.setAttribute("open", "");
    field.focus();
    field.scrollIntoView({ block: "center" });
  }

  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.activeElement?.closest("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A button pressed twice in a hurry sends once. A download leaves the page where it is, so the form is freed again.
const hurry = 4000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }

  if (form.dataset.sent) {
    event.preventDefault();
  }

  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, hurry);
});
