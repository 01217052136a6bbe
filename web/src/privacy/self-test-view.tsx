// The self-test as a button and what came of it.
import { useState } from "preact/hooks";
import { Button } from "../ui/layout";
import { type Attempt, selfTest, target } from "./self-test";

const words: Record<Attempt["outcome"], string> = {
  refused: "Refused by the browser",
  absent: "The page has no means to",
  sent: "Went through",
  silent: "Nothing was sent",
};

function Outcome({ attempts }: { attempts: Attempt[] }) {
  const through = attempts.filter(({ outcome }) => outcome === "sent").length;
  const said =
    through === 0
      ? `All ${attempts.length} attempts to send came to nothing.`
      : `${through} of ${attempts.length} attempts went through: this copy of Outlay does not keep its promise.`;
  return (
    <>
      <p class="strong" role="status">
        {said}
      </p>
      <table class="facts-table">
        <thead>
          <tr>
            <th scope="col">Way</th>
            <th scope="col">What happened</th>
            <th scope="col">By which rule</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ name, outcome, rule }) => (
            <tr key={name} data-outcome={outcome}>
              <th scope="row">{name}</th>
              <td>{words[outcome]}</td>
              <td class="mono">{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function SelfTest() {
  const [attempts, setAttempts] = useState<Attempt[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const start = () => {
    setBusy(true);
    void selfTest().then((made) => {
      setAttempts(made);
      setBusy(false);
    });
  };
  return (
    <>
      <p>
        This button makes the page try to send the word "rows" to {new URL(target).host}, by every way a page has. The
        browser has to refuse each, or the page has to be without the means.
      </p>
      <p>
        <Button kind="primary" disabled={isBusy} onClick={start}>
          {isBusy ? "Trying" : "Try to send something"}
        </Button>
      </p>
      {attempts && <Outcome attempts={attempts} />}
    </>
  );
}
