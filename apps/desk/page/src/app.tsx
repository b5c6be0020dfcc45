import { neverHere } from "@temwen/vocabulary";
import { useEffect } from "preact/hooks";
import { isStarting, language, person, place, waiting } from "./desk-state.ts";
import { Doors } from "./doors.tsx";
import { KeyList } from "./keys/key-list.tsx";
import { MatterBoard } from "./matters/matter-board.tsx";
import { MatterRoom } from "./matters/matter-room.tsx";
import { OpenCase } from "./opening-cases/open-case.tsx";
import { words } from "./say.ts";
import { Boards } from "./screens/boards.tsx";
import { CaseRoom } from "./screens/case-room.tsx";
import { HearingRoom } from "./screens/hearing-room.tsx";
import { Queue } from "./screens/queue.tsx";
import { ReferralBoard } from "./screens/referral-board.tsx";
import { Shares } from "./screens/shares.tsx";
import { SignIn } from "./screens/sign-in.tsx";
import { Waiting } from "./screens/waiting.tsx";
import { TopBar } from "./top-bar.tsx";

/** The desk: one screen at a time, under one quiet line that says who is here. */
export function App() {
  useEffect(() => {
    document.title = words().title;
  }, [language.value]);
  if (isStarting.value) return null;
  return (
    <>
      <TopBar />
      {person.value && <KeyList />}
      {person.value && <Doors />}
      <main id="main">
        <Screen />
      </main>
    </>
  );
}

function Screen() {
  const here = place.value;
  if (waiting.value) return <Waiting />;
  if (!person.value) return <SignIn />;
  switch (here.at) {
    case "case":
      return <CaseRoom key={here.caseId} caseId={here.caseId} />;
    case "hearing":
      return <HearingRoom key={here.caseId} caseId={here.caseId} />;
    case "board":
      return <Boards board={here.board} />;
    case "matters":
      return <MatterBoard key={here.kind} kind={here.kind} />;
    case "matter":
      return <MatterRoom key={here.matter} id={here.matter} />;
    case "referrals":
      return <ReferralBoard />;
    case "open-case":
      return <OpenCase />;
    case "queue":
      return person.value.me.role === "escrow-holder" ? <Shares /> : <Queue />;
    default:
      return neverHere(here);
  }
}
