// Working through a list by keyboard: j and k move, Enter opens, any other letter presses the control that names it
// (data-key="a"), "?" shows what there is. Silent while somebody writes, and with Ctrl, Alt or Meta.
export default function readyKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isWriting(event.target)) return;
    // Behind an open dialog nothing is decided.
    if (event.key !== "?" && document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "?") {
      help();
    } else {
      press(event);
    }
  });
}

function isWriting(element) {
  return element.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") !== null;
}

function move(step) {
  const links = [...document.querySelectorAll("[data-queue] .queue__item > a")];
  const here = links.findIndex((link) => link === document.activeElement || link.parentElement.hasAttribute("aria-current"));
  const focused = links.indexOf(document.activeElement);
  const next = links[(focused >= 0 ? focused : here) + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(event) {
  const control = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === event.key && !element.disabled);
  if (!control) return;
  event.preventDefault();
  // Text fields and panels are gone to; buttons and links are pressed.
  if (control.matches("button, a, summary")) control.click();
  else control.focus();
  // A panel that opened is gone into: whoever works by keyboard goes on there.
  const panel = control.matches("summary") && control.parentElement;
  if (panel?.open) panel.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}

function help() {
  const dialog = document.querySelector("dialog[data-keys]");
  if (dialog) {
    dialog.open ? dialog.close() : dialog.showModal();
  } else {
    document.querySelector(".keys")?.scrollIntoView({ block: "center" });
  }
}
