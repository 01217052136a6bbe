// Which model answers which question, in plain words.

const guide = [
  {
    question: "Which channels bring people in?",
    models: "First touch",
    words: "Counts openers only. Use it for reach; it ignores all that came after.",
  },
  {
    question: "Which channels close?",
    models: "Last touch, last non-direct",
    words:
      "What most reports show. Fair to closers, blind to openers; last non-direct passes over people who typed the address.",
  },
  {
    question: "Who took part at all?",
    models: "Linear, position, W-shaped, time decay",
    words: "Shares by a rule that you choose. Steady and easy to explain, but the rule decides, not the data.",
  },
  {
    question: "What would we lose without a channel?",
    models: "Markov chain",
    words:
      "Removes a channel from the observed moves and counts what no longer converts. Sees order and lost journeys.",
  },
  {
    question: "Does a channel raise the chance to convert?",
    models: "Shapley on rates, data-driven",
    words:
      "Compare journeys with and without it. The nearest to cause and effect here, and the noisiest: look at the intervals.",
  },
  {
    question: "How much would sales fall if we paused it?",
    models: "None of these: an experiment",
    words:
      "Attributed is not incremental. Give an experiment's result in the parameters, and each model is held against it.",
  },
];

export function Guide() {
  return (
    <section class="guide" aria-label="Which model for which question">
      <h2>Which model for which question</h2>
      <ul class="list-plain card-grid">
        {guide.map(({ question, models, words }) => (
          <li key={question} class="card stack-tight">
            <h3 class="card-title">{question}</h3>
            <p>
              <strong>{models}.</strong> {words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
