import { displayName } from "./display-name.js";

// Shows, while the name is typed, what the list would say; and puts the cursor into the form when "Sign" opens it.
// <a data-display-name="Name" data-display-if="ShowName" data-display-else="Someone">Your name here</a>
export default function readySignForm() {
  show();
  document.addEventListener("input", show);
  document.addEventListener("live", show);
  measure();
  addEventListener("hashchange", enter);
  document.addEventListener("click", (event) => {
    // Following the same fragment a second time changes no hash.
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) enter();
  });
  enter();
}

function show() {
  for (const place of document.querySelectorAll("[data-display-name]")) {
    place.dataset.empty ??= place.textContent;
    const name = displayName(document.getElementById(place.dataset.displayName)?.value ?? "");
    const tick = document.getElementById(place.dataset.displayIf);
    const text = name && tick && !tick.checked ? place.dataset.displayElse : name;
    place.textContent = text || place.dataset.empty;
    place.classList.toggle("is-filled", Boolean(text));
  }
}

// A card that is taller than the window sticks by its end; the stylesheet needs its height for that.
function measure() {
  const card = document.querySelector(".page > .aside > .stick");
  if (card) {
    new ResizeObserver(() => card.style.setProperty("--card", `${card.offsetHeight}px`)).observe(card);
  }
}

function enter() {
  const form = document.getElementById(location.hash.slice(1));
  if (form?.matches(".sign__form") && !form.querySelector(".errors")) {
    form.querySelector("input:not([type=hidden])")?.focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }
}
