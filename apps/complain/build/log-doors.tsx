import type { FrontPart } from "./front.ts";

/** What everybody may take away to check with: the latest checkpoint, and the policy that names the witnesses. */
export function LogDoors({ tell }: Pick<FrontPart<"checkpoint" | "policy">, "tell">) {
  return (
    <>
      <p>
        <a class="onward" href="/log/checkpoint">
          {tell("checkpoint")}
        </a>
      </p>
      <p>
        <a class="onward" href="/log/policy">
          {tell("policy")}
        </a>
      </p>
    </>
  );
}
