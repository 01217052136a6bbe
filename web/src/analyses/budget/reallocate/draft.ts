// A move under way: while a slider moves the plan is recomputed beside the page's own result, the newest move only.
import { useEffect, useRef, useState } from "preact/hooks";
import { type EngineError, type RunOutcome, toEngineError } from "../../../engine/protocol";
import type { Editing } from "../../types";
import { type Params, quickly } from "./edits";

export interface Draft {
  /** The trial of the move under way, else the last full result. */
  outcome: RunOutcome;
  params: Params;
  /** True until the full result of the move is there. */
  isTrial: boolean;
  error: EngineError | null;
  /** Shows what these parameters give, without keeping them. */
  move: (params: Params) => void;
  /** Keeps them, as one step of undo. */
  keep: (params: Params) => void;
}

interface Trial {
  params: Params;
  outcome: RunOutcome | null;
  error: EngineError | null;
}

interface Flight {
  isMoving: boolean;
  isBusy: boolean;
  wanted: Params | null;
}

const same = (a: Params, b: Params) => JSON.stringify(a) === JSON.stringify(b);

export function useDraft(edit: Editing | undefined, outcome: RunOutcome): Draft {
  const [trial, setTrial] = useState<Trial | null>(null);
  const flight = useRef<Flight>({ isMoving: false, isBusy: false, wanted: null }).current;
  const latest = useRef(edit);
  latest.current = edit;
  const params = edit?.params ?? outcome.params;
  useEffect(() => {
    if (!flight.isMoving) setTrial(null);
  }, [outcome]);
  useEffect(() => {
    if (!flight.isMoving) setTrial((now) => (now && now.params !== params ? null : now));
  }, [params]);

  /** One at a time: what moved on meanwhile is asked next, and what lies between is never computed. */
  const pump = async () => {
    const asked = flight.wanted;
    if (flight.isBusy || !asked || !latest.current) return;
    flight.isBusy = true;
    flight.wanted = null;
    let got: Pick<Trial, "outcome" | "error">;
    try {
      got = { outcome: await latest.current.trial(quickly(asked)), error: null };
    } catch (thrown) {
      got = { outcome: null, error: toEngineError(thrown) };
    }
    flight.isBusy = false;
    if (flight.isMoving) {
      setTrial((before) => ({ params: asked, error: got.error, outcome: got.outcome ?? before?.outcome ?? null }));
    }
    void pump();
  };

  const move = (next: Params) => {
    flight.isMoving = true;
    flight.wanted = next;
    void pump();
  };
  const keep = (next: Params) => {
    flight.isMoving = false;
    flight.wanted = null;
    if (!edit || same(next, edit.params)) {
      setTrial(null);
      return;
    }
    setTrial((before) => before && { ...before, params: next });
    edit.put(next);
  };
  return {
    outcome: trial?.outcome ?? outcome,
    params: trial?.params ?? params,
    isTrial: trial !== null,
    error: trial?.error ?? edit?.error ?? null,
    move,
    keep,
  };
}
