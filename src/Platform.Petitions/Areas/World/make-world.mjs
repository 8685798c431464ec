// Draws world.txt. Run by hand, never by the build: README.md says how. Arguments: the folder of the unpacked world-atlas, the one of cldr-core.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [atlas, cldr] = process.argv.slice(2);
const Width = 1000;
const Coarseness = 0.9; // A corner whose triangle is smaller than this, in square units, is left out.
const SmallestIsland = 4; // Islands below this are left out where the country has a larger part.
const SmallestShape = 9; // A country below this cannot be seen: it gets a dot.

// The atlas shows who holds a place. The list of countries follows ISO 3166, which counts these otherwise.
const WithoutNumber = { "N. Cyprus": "CY", Somaliland: "SO", Kosovo: "XK" };
const Moved = [
  { from: "RU", to: "UA", inside: ([x, y]) => x > 32 && x < 37 && y > 44 && y < 46.5 },
  { from: "FR", to: "GF", inside: ([x]) => x < -40 },
];

// What neither atlas has as a country of its own: degrees east, degrees north.
const ByHand = {
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.7, -10.5], GI: [-5.35, 36.14], GP: [-61.5, 16.2], MQ: [-61, 14.6],
  RE: [55.5, -21.1], SJ: [16, 78], TK: [-171.8, -9.2], TV: [179.2, -8.5], UM: [-176.5, 0.2], YT: [45.2, -12.8],
};
const LeftOut = new Set(["AQ"]);

const former = read(cldr, "supplemental/aliases.json").supplemental.metadata.alias.territoryAlias;
const alpha = new Map();
for (const [code, names] of Object.entries(read(cldr, "supplemental/codeMappings.json").supplemental.codeMappings)) {
  if (/^[A-Z]{2}$/.test(code) && names._numeric && !former[code]) {
    alpha.set(names._numeric, code);
  }
}

const shapes = new Map();
const coarse = read(atlas, "countries-110m.json");
const arcs = decode(coarse).map((arc) => round(simplify(arc.map(project))));
const places = decode(coarse);
for (const country of coarse.objects.countries.geometries) {
  for (const polygon of country.type === "Polygon" ? [country.arcs] : country.arcs) {
    const code = codeOf(country, ring(polygon[0], places));
    const rings = polygon.flatMap((one) => cut(ring(one, arcs))).filter((one) => one.length > 3);
    if (!LeftOut.has(code) && rings.length > 0) {
      shapes.set(code, [...(shapes.get(code) ?? []), ...rings]);
    }
  }
}

const dots = new Map(Object.entries(ByHand).filter(([code]) => !shapes.has(code)).map(([code, place]) => [code, project(place)]));
const fine = read(atlas, "countries-50m.json");
const fineArcs = decode(fine);
for (const country of fine.objects.countries.geometries) {
  const code = codeOf(country, [[0, 0]]);
  const area = (shapes.get(code) ?? []).reduce((sum, one) => sum + Math.abs(areaOf(one)), 0);
  if (code && !LeftOut.has(code) && !dots.has(code) && area < SmallestShape) {
    const outlines = (country.type === "Polygon" ? [country.arcs] : country.arcs).map((polygon) => ring(polygon[0], fineArcs).map(project));
    dots.set(code, middle(outlines.reduce((a, b) => (Math.abs(areaOf(a)) > Math.abs(areaOf(b)) ? a : b))));
  }
}

const everything = [...shapes.values()].flat(2);
const top = Math.min(...everything.map((p) => p[1])) - 4;
const height = Math.max(...everything.map((p) => p[1])) - top + 4;
const lines = [`${Width} ${height}`];
for (const code of [...new Set([...shapes.keys(), ...dots.keys()])].sort()) {
  const dot = dots.get(code);
  lines.push([code, dot ? `${Math.round(dot[0])} ${Math.round(dot[1] - top)}` : "", path(shapes.get(code) ?? [])].join("\t"));
}

writeFileSync(new URL("world.txt", import.meta.url), lines.join("\n") + "\n");
console.log(`${shapes.size} shapes, ${dots.size} dots, ${lines.join("\n").length} bytes`);

function read(folder, name) {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

function codeOf(country, outline) {
  const code = country.id ? alpha.get(country.id) : WithoutNumber[country.properties.name];
  return Moved.find((one) => one.from === code && outline.every(one.inside))?.to ?? code;
}

/** Arcs in degrees. */
function decode({ arcs: packed, transform: { scale, translate } }) {
  return packed.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

/** Equal Earth (Šavrič, Patterson, Jenny 2018), scaled to the drawing: areas can be compared. */
function project([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const [l, m] = [(longitude * Math.PI) / 180, Math.sqrt(3) / 2];
  const t = Math.asin(m * Math.sin((latitude * Math.PI) / 180));
  const [t2, t6] = [t * t, t ** 6];
  const x = (l * Math.cos(t)) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
  const y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
  const unit = Width / (2 * 2.70663);
  return [Width / 2 + x * unit, -y * unit];
}

/** Visvalingam: the corner that changes least goes first. Both ends stay, so that neighbours keep one border. */
function simplify(points) {
  const kept = [...points];
  const fewest = same(kept[0], kept.at(-1)) ? 4 : 2;
  while (kept.length > fewest) {
    let [least, at] = [Coarseness, -1];
    for (let i = 1; i < kept.length - 1; i++) {
      const size = Math.abs(areaOf([kept[i - 1], kept[i], kept[i + 1]]));
      if (size < least) {
        [least, at] = [size, i];
      }
    }

    if (at < 0) {
      break;
    }

    kept.splice(at, 1);
  }

  return kept;
}

function round(points) {
  return points.map(([x, y]) => [Math.round(x), Math.round(y)]);
}

/** Arcs joined to a closed ring, without points that stand twice. */
function ring(indices, from) {
  const points = indices.flatMap((i) => (i < 0 ? from[~i].toReversed() : from[i]));
  return points.filter((p, i) => i === 0 || !same(p, points[i - 1]));
}

/** In two where it goes over the edge of the world: Chukotka, Fiji. */
function cut(points) {
  const parts = [[points[0]]];
  points.slice(1).forEach((p, i) => (Math.abs(p[0] - points[i][0]) > Width / 2 ? parts.push([p]) : parts.at(-1).push(p)));
  return parts.length > 1 ? [[...parts.at(-1), ...parts[0]], ...parts.slice(1, -1)].map((part) => [...part, part[0]]) : parts;
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

function areaOf(points) {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0) / 2;
}

function middle(points) {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

function path(rings) {
  const largest = Math.max(...rings.map((one) => Math.abs(areaOf(one))));
  return rings.filter((one) => Math.abs(areaOf(one)) >= Math.min(SmallestIsland, largest)).map(steps).join("");
}

/** Steps from corner to corner, with no more signs than needed. */
function steps(points) {
  let [x, y] = points[0];
  const moves = points.slice(1, -1).map(([nextX, nextY]) => {
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
  const numbers = moves.flat().map((n, i) => (i === 0 || n < 0 ? `${n}` : ` ${n}`)).join("");
  return `M${points[0][0]} ${points[0][1] - top}l${numbers}z`;
}
