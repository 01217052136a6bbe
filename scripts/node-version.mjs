// Imported first by every command: an old Node gets a sentence, not a stack trace.
const [major, minor] = process.versions.node.split(".").map(Number);

// The same range as Vite's, which builds the page.
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!supported) {
  console.error(
    `Outlay needs Node 20.19 or newer (of the 22 series, 22.12 or newer); this is ${process.version}. Install it from nodejs.org or with your version manager (nvm install 20).`,
  );
  process.exit(1);
}
