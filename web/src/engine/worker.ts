// The worker with the whole engine.
import "../ui/disarm";
import createEngine from "@build/wasm/engine.mjs";
import { serve } from "./serving";

serve(createEngine);
