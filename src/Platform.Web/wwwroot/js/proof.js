// While a petition is under attack, its form asks each browser for a small calculation. It begins when somebody enters the form and is
// nearly always done before they press; else pressing waits for it. Nothing has to be clicked or read for it, and no other site is asked.
// <div data-proof="/org/petition/challenge" data-working="…" data-done="…" data-failed="…"><input type="hidden" name="Proof" value="none"><p role="status"></p></div>
const none = "none";
const spareSeconds = 60;
const longest = 90_000;

export default function readyProofs() {
  document.querySelectorAll("[data-proof]").forEach(ready);
}

function ready(place) {
  const form = place.closest("form");
  const field = place.querySelector("[name=Proof]");
  const status = place.querySelector("[role=status]");
  let work;
  let good = 0;
  let failed = false;

  const begin = () => {
    if (!work || (good && Date.now() > good)) {
      [good, field.value, status.textContent] = [0, none, place.dataset.working];
      work = solve(place.dataset.proof).then((proof) => {
        [field.value, good, status.textContent] = [proof.text, proof.good, place.dataset.done];
      }, () => {
        [failed, status.textContent] = [true, place.dataset.failed];
      });
    }

    return work;
  };

  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", async (event) => {
    if (failed || Date.now() < good) {
      return;
    }

    event.preventDefault();
    await begin();
    form.requestSubmit(event.submitter);
  });
}

async function solve(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`The challenge was answered ${answer.status}.`);
  }

  const challenge = await answer.json();
  const solution = await calculate(challenge);
  return { text: btoa(JSON.stringify({ challenge, solution })), good: (challenge.parameters.expiresAt - spareSeconds) * 1000 };
}

// Two tries at a time where there are cores for it: the page stays quick, the calculation is another thread's.
async function calculate(challenge) {
  const count = Math.min(2, navigator.hardwareConcurrency || 1);
  const workers = Array.from({ length: count }, () => new Worker(new URL("./altcha/pbkdf2.js", import.meta.url)));
  try {
    return await Promise.any(workers.map((worker, i) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data?.derivedKey ? resolve(data) : reject(new Error("No solution.")));
      worker.onerror = reject;
      worker.postMessage({ type: "work", challenge, counterStart: i, counterStep: count, timeout: longest });
    })));
  } finally {
    workers.forEach((worker) => worker.terminate());
  }
}
