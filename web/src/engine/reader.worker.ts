// The worker of the first moments: its engine reads files and lists the analyses, but runs none.
import "../ui/disarm";
import createReader from "@build/wasm/reader.mjs";
import { serve } from "./serving";

serve(createReader);
