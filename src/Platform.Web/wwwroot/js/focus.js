// The point of a picture that matters: a press on the picture writes the two numbers, and whatever writes them moves mark and crops.
export default function readyFocus() {
  for (const part of document.querySelectorAll("[data-focus]")) {
    follow(part);
  }
}

function follow(part) {
  const board = part.querySelector("[data-focus-board]");
  const [x, y] = part.querySelectorAll("input[type=number]");
  const mark = board.querySelector("circle");
  const crops = part.querySelectorAll(".shot--cut img");

  function show() {
    const [left, top] = [x, y].map((field) => (Number.isNaN(field.valueAsNumber) ? 50 : Math.min(Math.max(field.valueAsNumber, 0), 100)));
    mark.setAttribute("cx", `${left}%`);
    mark.setAttribute("cy", `${top}%`);
    for (const crop of crops) crop.style.objectPosition = `${left}% ${top}%`;
  }

  board.addEventListener("click", (event) => {
    const seen = board.getBoundingClientRect();
    x.value = percent(event.clientX - seen.left, seen.width);
    y.value = percent(event.clientY - seen.top, seen.height);
    // What keeps the draft listens to typing.
    y.dispatchEvent(new Event("input", { bubbles: true }));
  });
  part.addEventListener("input", show);
}

// In the steps that the fields' arrow keys take.
function percent(at, of) {
  return Math.round(Math.min(Math.max(at / of, 0), 1) * 20) * 5;
}
