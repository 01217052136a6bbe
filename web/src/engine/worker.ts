// The worker with the whole engine.
import "../offline/disarm";
import createEngine from "@build/wasm/engine.mjs";
import { serve } from "./serving";

serve(createEngine);
