// Reads `npm audit --json` on standard input; exits 1 if something high or critical is in it.
import { readFileSync } from "node:fs";

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const { metadata, vulnerabilities = {} } = parse(readFileSync(0, "utf8"));
if (!metadata?.vulnerabilities) {
  console.log("npm audit: not checked (the package registry did not answer with a report)");
} else {
  const { total, high, critical } = metadata.vulnerabilities;
  console.log(`npm audit: ${total} known weaknesses, ${high} high, ${critical} critical`);
  for (const { name, severity } of Object.values(vulnerabilities)) console.log(`  ${name}: ${severity}`);
  process.exitCode = high + critical > 0 ? 1 : 0;
}
