import { Said } from "../said.tsx";
import { staffName, wordFor, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";

/** Says yes to a colleague's question; the half that leaves cannot be called back, so it is asked twice. */
export function ApproveIdentity(props: ActProps) {
  const w = words();
  const { vault } = props.view;
  const who = vault.state === "sealed" ? "" : staffName(vault.askedBy);
  return (
    <ActSheet
      {...props}
      act="approve-identity"
      ready={() => ({ act: "approve-identity" })}
      forget={() => undefined}
      isTouched={false}
      submit={w.identityYes}
      twice={{ question: w.identityYesAsk({ who }), consequence: w.identityYesLose }}
    >
      {vault.state !== "sealed" && (
        <>
          <p>
            <strong>{who}</strong>: {wordFor("identity", vault.reason)}
          </p>
          {vault.explanation !== undefined && <Said text={vault.explanation} quiet />}
        </>
      )}
    </ActSheet>
  );
}
