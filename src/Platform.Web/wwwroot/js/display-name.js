// What DisplayName on the server will make of a name; the server decides, this only shows it beforehand.
const titles = new Set("dr prof mr mrs ms miss mx sir dame rev fr hon mme mlle me herr frau sr sra don doña dra profa senhor senhora señor señora bay bayan sayın دکتر آقای آقا خانم مهندس استاد پروفسور جناب سرکار السيد السيدة الآنسة دكتور دكتورة الدكتور الدكتورة الأستاذ الأستاذة المهندس المهندسة".split(" "));
const suffixes = new Set("jr sr ii iii iv phd md msc bsc ma ba esq obe mbe cbe oam".split(" "));
const graphemes = new Intl.Segmenter();

export function displayName(text) {
  const comma = text.search(/[,،]/);
  if (comma > 0) {
    const after = words(text.slice(comma + 1));
    if (after.length > 0 && !after.every((word) => suffixes.has(word.toLowerCase()))) {
      text = `${text.slice(comma + 1)} ${text.slice(0, comma)}`;
    }
  }

  const parts = words(text);
  const titled = parts.findIndex((word) => !titles.has(word.toLowerCase()));
  if (titled > 0) parts.splice(0, titled);
  while (parts.length > 2 && suffixes.has(parts.at(-1).toLowerCase())) parts.pop();
  if (parts.length === 0) return "";
  if (parts.length > 1) return `${given(parts[0])} ${initial(parts.at(-1))}`;
  return /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]./.test(parts[0]) ? initial(parts[0]) : given(parts[0]);
}

function words(text) {
  return text.split(/[\s._,،/|"“”«»]+/).filter((word) => /^\p{L}/u.test(word));
}

function letters(word) {
  return [...graphemes.segment(word)].map((part) => part.segment);
}

function given(word) {
  const all = letters(word);
  if (all.length === 1) return `${word}.`;
  return all.length > 30 ? `${all.slice(0, 29).join("")}…` : word;
}

function initial(word) {
  return `${letters(word)[0].toUpperCase()}.`;
}
