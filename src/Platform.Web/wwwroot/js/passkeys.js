// Passkeys. A form with data-passkey="create" or "get" asks data-options-url for the server's options (JSON), lets the
// browser ask the person, puts the answer into the hidden input [data-credential] and submits itself.
// data-passkey-autofill offers passkeys inside the e-mail field as well.
export default function readyPasskeys() {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) {
      form.hidden = true;
      continue;
    }

    let asking;
    form.addEventListener("submit", (event) => {
      if (form.querySelector("[data-credential]").value) return;
      event.preventDefault();
      asking?.abort();
      asking = new AbortController();
      run(form, { signal: asking.signal });
    });
    if (form.hasAttribute("data-passkey-autofill")) {
      asking = new AbortController();
      offerAutofill(form, asking.signal);
    }
  }
}

async function offerAutofill(form, signal) {
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    run(form, { signal, mediation: "conditional", quiet: true });
  }
}

async function run(form, { signal, mediation, quiet }) {
  const status = form.querySelector("[data-passkey-status]");
  if (status) status.textContent = "";
  try {
    const credential = await ask(form, signal, mediation);
    form.querySelector("[data-credential]").value = JSON.stringify(toJson(credential));
    form.submit();
  } catch (problem) {
    // Choosing nothing or being overtaken by another request is no failure worth words.
    if (status && !quiet && problem.name !== "AbortError") {
      status.textContent = problem.name === "NotAllowedError" ? form.dataset.cancelled ?? "" : form.dataset.failed ?? "";
    }
  }
}

async function ask(form, signal, mediation) {
  const answer = await fetch(form.dataset.optionsUrl, { method: "POST", body: new URLSearchParams(new FormData(form)), signal });
  if (!answer.ok) throw new Error(answer.statusText);
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal });
}

// Some password managers hand out credentials whose toJSON throws.
function toJson(credential) {
  try {
    return credential.toJSON();
  } catch {
    const { response } = credential;
    return {
      id: credential.id,
      rawId: base64Url(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: {
        clientDataJSON: base64Url(response.clientDataJSON),
        attestationObject: base64Url(response.attestationObject),
        authenticatorData: base64Url(response.authenticatorData ?? response.getAuthenticatorData?.()),
        signature: base64Url(response.signature),
        userHandle: base64Url(response.userHandle),
        transports: response.getTransports?.(),
        publicKey: base64Url(response.getPublicKey?.()),
        publicKeyAlgorithm: response.getPublicKeyAlgorithm?.(),
      },
    };
  }
}

function base64Url(buffer) {
  if (!buffer) return undefined;
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
