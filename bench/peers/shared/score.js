// Which track fits, by docs/scoring.md: what the answers gave a track, between the least and the most that it can get.

/** Of { question: option }, the outcome and each track's fit in percent. */
export function verdict({ tracks, questions, outcomes }, answers) {
  const fits = tracks.map(({ id, label }) => {
    const of = (option) => option.points[id] ?? 0;
    const sums = questions.map(({ id, options }) => [
      of(options.find((option) => option.id === answers[id])), Math.min(...options.map(of)), Math.max(...options.map(of)),
    ]).reduce((sums, points) => sums.map((sum, at) => sum + points[at]));
    const [sum, least, most] = sums;
    return { id, label, percent: Math.round((100 * (sum - least)) / (most - least)) };
  });
  const leading = fits.reduce((leading, fit) => (fit.percent > leading.percent ? fit : leading));
  return { fits, outcome: outcomes.find(({ id }) => id === leading.id) };
}
