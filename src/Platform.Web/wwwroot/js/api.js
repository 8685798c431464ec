// Sends what the forms of the API's page describe and shows the answer below them. Without it, lists open as they are.
export default function readyApi() {
  for (const form of document.querySelectorAll("[data-api-path]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const output = form.querySelector("[data-api-answer]");
      const { address, options } = request(form);
      let lines;
      try {
        const response = await fetch(address, options);
        const text = await response.text();
        lines = [`${options.method} ${address}`, `${response.status} ${response.headers.get("Content-Type") ?? ""}`, readable(text)];
      } catch (problem) {
        lines = [String(problem)];
      }

      const shown = document.createElement("pre");
      shown.tabIndex = 0;
      shown.textContent = lines.join("\n\n");
      output.replaceChildren(shown);
    });
  }
}

function request(form) {
  let path = form.dataset.apiPath;
  const query = new URLSearchParams();
  const options = { method: form.dataset.apiMethod, headers: {}, credentials: "omit" };
  for (const field of form.querySelectorAll("[data-api-in]")) {
    const value = field.value.trim();
    if (value === "") {
      continue;
    }

    switch (field.dataset.apiIn) {
      case "path":
        path = path.replace(`{${field.name}}`, encodeURIComponent(value));
        break;
      case "query":
        query.set(field.name, value);
        break;
      case "header":
        options.headers[field.name] = value;
        break;
      case "key":
        options.headers.Authorization = `Bearer ${value}`;
        break;
      case "body":
        options.headers["Content-Type"] = "application/json";
        options.body = value;
        break;
    }
  }

  return { address: query.size > 0 ? `${path}?${query}` : path, options };
}

function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
