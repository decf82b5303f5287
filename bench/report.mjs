// The tables of the benchmark in Markdown, as docs/size.md has them, and which targets are met.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
export const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const p95 = (numbers) => sorted(numbers)[Math.ceil(0.95 * numbers.length) - 1];

/** What is measured of each: its name, its value from all visits of a peer, and what the widget may come to at most, as a
    ratio to the hand-written page or, with `largest`, by itself. */
const MEASURES = [
  { name: "first question", of: (visits) => median(visits.map(({ first }) => first)), most: 1.1 },
  { name: "first press until the option shows as chosen", of: (visits) => median(visits.map(({ pressed }) => pressed)) },
  { name: "first answer taken up", of: (visits) => median(visits.map(({ taken }) => taken)), most: 1.6 },
  { name: "step, median", of: (visits) => median(visits.flatMap(({ steps }) => steps)) },
  { name: "step, p95", of: (visits) => p95(visits.flatMap(({ steps }) => steps)), most: 1.2 },
  { name: "result", of: (visits) => median(visits.map(({ result }) => result)), most: 2.5 },
  { name: "second visit", of: (visits) => median(visits.map(({ second }) => second)), most: 1.2 },
  { name: "heap and WebAssembly memory", of: (visits) => median(visits.map(({ memory }) => memory)), largest: 3_000_000, unit: megabytes },
  { name: "sent until the first question", of: (visits) => median(visits.map(({ firstBytes }) => firstBytes)), unit: bytes },
  { name: "sent until the result", of: (visits) => median(visits.map(({ bytes }) => bytes)), unit: bytes },
];

const milliseconds = (value) => `${Math.round(value)} ms`;
function megabytes(value) {
  return `${(value / 1_000_000).toFixed(2)} MB`;
}
function bytes(value) {
  return Math.round(value).toLocaleString("en-US");
}

const row = (cells) => `| ${cells.join(" | ")} |`;
/** A table in Markdown. */
export const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** The table of all peers: { name, visits }, the first of which all are compared with. */
export function compared(peers) {
  const rows = MEASURES.map((measure) => {
    const { name, unit = milliseconds, most, largest } = measure;
    const [base, ...others] = peers.map(({ visits }) => measure.of(visits));
    const target = most?.toFixed(2) ?? (largest ? unit(largest) : "");
    return [name, target, unit(base), ...others.map((value) => (unit === milliseconds ? `${(value / base).toFixed(2)} (${unit(value)})` : unit(value)))];
  });
  return table(["", "at most", ...peers.map(({ name }) => name)], rows);
}

/** The table of quizzes of several lengths: { count, runs }, each run a list of how long its steps took. */
export function lengths(all) {
  return table(["questions", "first nine steps, median", "p95", "last nine steps, median", "p95"], all.map(({ count, runs }) => {
    const [first, last] = [runs.flatMap((steps) => steps.slice(0, 9)), runs.flatMap((steps) => steps.slice(-9))];
    return [count, ...[first, last].flatMap((steps) => [median(steps), p95(steps)].map(milliseconds))];
  }));
}

/** How much more a step in a longer quiz may take, for it to make no difference. */
const NO_DIFFERENCE = 1.1;

/** A line for each target: whether the widget meets it. */
export function targets(peers, widget, all, seconds) {
  const of = (name) => peers.find((peer) => peer.name === name).visits;
  const lines = MEASURES.filter(({ most, largest }) => most || largest).map(({ name, of: value, most, largest, unit }) => {
    const found = value(of(widget));
    if (largest) return line(name, found <= largest, unit(found), unit(largest));
    const ratio = found / value(peers[0].visits);
    return line(name, ratio <= most, ratio.toFixed(2), most.toFixed(2));
  });
  const step = ({ runs }) => median(runs.flatMap((steps) => steps.slice(-9)));
  const [shortest, ...longer] = all;
  for (const length of longer) {
    const ratio = step(length) / step(shortest);
    lines.push(line(`a step of ${length.count} questions against one of ${shortest.count}`, ratio <= NO_DIFFERENCE, ratio.toFixed(2), NO_DIFFERENCE.toFixed(2)));
  }
  lines.push(line("processor time until twenty are ready", seconds <= 0.3, `${seconds.toFixed(2)} s`, "0.30 s"));
  return lines.join("\n");
}

const line = (name, met, found, most) => `- ${name}: ${found} (at most ${most}), ${met ? "met" : "missed"}`;
