import { afterPause, fields } from "./form-post.js";

// Keeps a draft on the server while it is written. The words for each state stand on the status element.
const pause = 800;
const retry = 10_000;

export default function readyAutosave() {
  for (const form of document.querySelectorAll("form[data-autosave-url]")) {
    follow(form, form.querySelector("[data-saved]"));
  }
}

function follow(form, status) {
  let saved = fields(form).toString();
  let saving = false;

  function say(state) {
    if (status) {
      status.dataset.state = state;
      status.textContent = status.dataset[state] ?? "";
    }
  }

  async function save() {
    const body = fields(form);
    const text = body.toString();
    if (text === saved || saving || form.dataset.sent) return;
    saving = true;
    say("saving");
    const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body, keepalive: true }).catch(() => null);
    saving = false;
    if (answer?.ok) {
      saved = text;
      say("saved");
      later();
    } else {
      say("failed");
      setTimeout(save, retry);
    }
  }

  const later = afterPause(pause, save);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  // A closed lid or a switched app is no reason to lose the last words.
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
