import type { RequestListener } from "node:http";

/** What a request is about; nothing else of its address is ever counted, so no label can hold an id. */
const parts = ["filing", "evidence", "mailbox", "desk", "office", "health", "page", "other"] as const;
type Part = (typeof parts)[number];

const outcomes = ["2xx", "3xx", "4xx", "5xx", "cut-off"] as const;
type Outcome = (typeof outcomes)[number];

/** Upper bounds, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60] as const;

/** Counts and durations of one process since its start. */
export type Metrics = {
  /** Counts what a listener answers. */
  readonly watch: (listener: RequestListener) => RequestListener;
  /** All of it as OpenMetrics text 1.0.0 (specification of that name, section 4.1). */
  readonly tell: () => string;
};

/** Starts counting. */
export function createMetrics(): Metrics {
  const began = performance.now();
  const answers = new Map<string, number>();
  const durations = new Map(parts.map((part) => [part, { buckets: bounds.map(() => 0), count: 0, sum: 0 }]));
  let underWay = 0;
  const note = (part: Part, outcome: Outcome, seconds: number): void => {
    const key = `${part} ${outcome}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
    const own = durations.get(part);
    if (!own) throw new Error("every part is counted");
    own.count += 1;
    own.sum += seconds;
    for (const [i, bound] of bounds.entries()) if (seconds <= bound) own.buckets[i] = (own.buckets[i] ?? 0) + 1;
  };
  return {
    watch: (listener) => (request, response) => {
      const start = performance.now();
      underWay += 1;
      response.once("close", () => {
        underWay -= 1;
        const outcome = response.writableFinished ? outcomeOf(response.statusCode) : "cut-off";
        note(partOf(request.url ?? ""), outcome, (performance.now() - start) / 1000);
      });
      return listener(request, response);
    },
    tell: () => {
      const lines = ["# TYPE temwen_requests counter", "# HELP temwen_requests Answers by part of the office."];
      for (const part of parts) {
        for (const outcome of outcomes) {
          lines.push(
            `temwen_requests_total{part="${part}",outcome="${outcome}"} ${answers.get(`${part} ${outcome}`) ?? 0}`,
          );
        }
      }
      lines.push("# TYPE temwen_request_seconds histogram", "# UNIT temwen_request_seconds seconds");
      for (const [part, { buckets, count, sum }] of durations) {
        for (const [i, bound] of bounds.entries()) {
          lines.push(`temwen_request_seconds_bucket{part="${part}",le="${bound}"} ${buckets[i]}`);
        }
        lines.push(`temwen_request_seconds_bucket{part="${part}",le="+Inf"} ${count}`);
        lines.push(`temwen_request_seconds_count{part="${part}"} ${count}`);
        lines.push(`temwen_request_seconds_sum{part="${part}"} ${sum}`);
      }
      return `${[...lines, ...ofProcess(underWay, began)].join("\n")}\n# EOF\n`;
    },
  };
}

const ofProcess = (underWay: number, began: number): readonly string[] => [
  "# TYPE temwen_requests_under_way gauge",
  `temwen_requests_under_way ${underWay}`,
  "# TYPE temwen_memory_bytes gauge",
  "# UNIT temwen_memory_bytes bytes",
  `temwen_memory_bytes ${process.memoryUsage.rss()}`,
  "# TYPE temwen_running_seconds gauge",
  "# UNIT temwen_running_seconds seconds",
  `temwen_running_seconds ${Math.round((performance.now() - began) / 1000)}`,
];

function outcomeOf(status: number): Outcome {
  if (status < 300) return "2xx";
  if (status < 400) return "3xx";
  return status < 500 ? "4xx" : "5xx";
}

/** Of the address only its first words count. */
function partOf(url: string): Part {
  const [path = ""] = url.split("?");
  const [, first, second] = path.split("/");
  if (first === "healthz") return "health";
  if (first !== "api") return "page";
  if (second === "complaints") return "filing";
  if (second === "evidence" || second === "mailbox" || second === "desk") return second;
  return second === "office" || second === "directory" ? "office" : "other";
}
