// Keeps together what is loaded together. Otherwise whatever two parts share would be a small file of its own, and many
// small files are compressed worse.

import type { ModuleInfo } from "rolldown";

const ENTRANCE = "member.html";
const APP = "src/member/Inside.tsx";

interface Graph {
  getModuleInfo: (id: string) => ModuleInfo | null;
}

interface Known {
  entrance: Set<string>;
  app: Set<string>;
}

let known: Known | undefined;

/** What the entrance and the app share, the libraries, which change seldom and so can be kept, and the app. */
export const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    part("shared", (id, { entrance, app }) => entrance.has(id) && app.has(id)),
    part("libraries", (id, { app }) => app.has(id) && isLibrary(id)),
    part("app", (id, { app }) => app.has(id)),
  ],
};

/** With what stands in for one: libraries that needed the app would find it empty when they come first. */
function isLibrary(id: string): boolean {
  return id.includes("/node_modules/") || id.endsWith("/build/widgets.ts");
}

/** A module is of the first part that has it. */
function part(name: string, has: (id: string, known: Known) => boolean) {
  const nameOf = (id: string, graph: Graph) => {
    known ??= { entrance: reached(ENTRANCE, graph), app: reached(APP, graph) };
    return has(id, known) ? name : null;
  };
  return { name: nameOf, debugName: name };
}

/** Modules that come with one, without those that are fetched later. */
function reached(end: string, graph: Graph): Set<string> {
  const root = new URL(`../${end}`, import.meta.url).pathname;
  const found = new Set<string>();
  const next = [root];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    next.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
