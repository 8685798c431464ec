// A pasted "Your code: 123 456" becomes 123456, in Latin digits whatever the keyboard. Nothing is sent by itself.
const zeros = ["۰", "٠"].map((zero) => zero.codePointAt(0));

export default function readyCode() {
  for (const input of document.querySelectorAll("[data-code]")) {
    // The limit would cut a pasted sentence before its digits are found.
    const length = input.maxLength;
    input.removeAttribute("maxlength");
    input.addEventListener("input", () => {
      const digits = [...input.value].map(latin).filter((letter) => /\d/.test(letter)).join("").slice(0, length);
      if (digits !== input.value) input.value = digits;
    });
  }
}

function latin(letter) {
  const code = letter.codePointAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? letter : String(code - zero);
}
