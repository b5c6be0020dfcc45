/** What `--help` prints for a verb, with the words that it chooses from; for anything else, the list of verbs. */
export async function helpFor(verb: string, about?: string): Promise<string> {
  if (verb === "office") {
    const { isMatterVerb, matterHelp } = await import("./staff/matter-help.ts");
    if (isMatterVerb(about)) return matterHelp(about);
  }
  const said = Object.hasOwn(help, verb) ? (help[verb] ?? "") : (help[""] ?? "");
  const { wordsToChooseFrom } = await import("./help-words.ts");
  return said + (await wordsToChooseFrom(verb));
}

const help: { readonly [verb: string]: string } = {
  "": `temwen — a sealed complaint, heard and answered

  temwen up          bring up an office on this machine: database, site, desk
  temwen serve       the same without a desk, for a server
  temwen init        make an office: root keys, staff keys, first directory
  temwen desk        the local desk for a member of staff
  temwen complain    file a complaint, or a folder of them
  temwen reply       open the answers with a receipt
  temwen proof       what a receipt can prove: a file for each step, for anybody to check
  temwen prove-silence   a certificate that the office let a clock of its own deadlines pass
  temwen office      queue, read, act, export: casework at the command line
  temwen directory   show, enrol, rotate, offboard, suspend, deadlines
  temwen backup      write an office into one sealed file, or look whether one is whole
  temwen restore     put a backup back into an empty folder
  temwen log         the office's own public log: openings for an auditor or against a false certificate, going on after a restore
  temwen retention   what is kept how long, and taking away what is due
  temwen import      bring a register from before the office: CSV files by a mapping, signed by a registrar
  temwen figures     counts of the office's own cases, or of an imported register, fit to be published
  temwen verify      check the public log, or a proof of a leaf in it
  temwen witness     cosign logs that only grow
  temwen mirror      keep a full copy of a log
  temwen included    whether a log holds the leaf of a proof number
  temwen audit       count a month of a log by the openings that an auditor was given
  temwen watch-page  whether a site serves the pages that its log names

\`temwen VERB --help\` says more. Exit codes: 0 done, 1 refused, 2 usage, 3 conflict, 4 cannot tell, 5 unreachable, 70 fault.`,
  up: `temwen up [--port 8080] [--desk-port 8081] [--data .temwen] [--no-demo] [--host 127.0.0.1] [--pack haiti] [--json]

Brings up database, site and local desk. At the first start a demonstration office is made; all its people are
fictional, the two witnesses of its public log too: they run with it, unless keys/log.policy names others. Ctrl-C finishes
what is under way and stops. DATABASE_URL and TEMWEN_DATA are read.

  npm start
  npm start -- --port 9000 --desk-port 9001
  temwen up --data /srv/temwen --no-demo`,
  serve: `temwen serve [--port 8080] [--data .temwen] [--host 127.0.0.1] [--metrics-port N] [--pack haiti] [--json]

Like \`up --no-demo\`, without a desk. With DATABASE_URL the embedded database stays off; with TEMWEN_BLOBS=s3://… evidence
stands in an S3 bucket. --metrics-port: counts and durations at /metrics, for this machine only.

  DATABASE_URL=postgres://… temwen serve --data /srv/temwen`,
  init: `temwen init --people FILE [--data .temwen] [--pack haiti] [--json]

Makes an office: five root keys (three sign), a key for each person of FILE, the first directory. FILE is JSON like
packs/haiti/demo/people.json: {"people": [{"label", "role", "bench", "ties"}]}. bench is first or reserve (of the panel
and of holders); ties names forces. "civilSociety": true for members of the panel who are of it; for escrow-holder
"holder": {"institution", "civilSociety", "abroad"}.

Passphrases are printed once, one a line: hand each over on another way than its key file. Then take keys/staff and
keys/roots off this machine, which need not be the server: docs/guides/run-an-office.md, "Make it".

  umask 077
  temwen init --people people.json --data /srv/temwen --json > passphrases.ndjson`,
  desk: `temwen desk --server URL --roots FILE [--desk-port 8081] [--drafts .temwen/drafts] [--pack haiti] [--json]

temwen desk passphrase --key FILE --old FILE|- --new FILE|- [--json]

Starts the desk on this machine and prints its address. Keys are opened here and never leave this process. Words of an
act that is not sent yet lie in --drafts, sealed to whoever writes them, until they are sent or for 7 days.
\`passphrase\` seals a key file of staff, or a root key, under another passphrase, each in a file or a line of standard
input. The old file stays until the new one was read and opened.

  temwen desk --server https://temwen.example --roots roots.json`,
  complain: `temwen complain --server URL --text FILE|- [--attach FILE]… [--force ID|unknown] [--lang ht] [--consent CHOICE]
                [--child ANSWER] [--place TEXT] [--unsent DIR] [--roots FILE] [--json]
                [--proof-dir DIR] [--wait-proof [--policy FILE]]
temwen complain --server URL --batch DIR [the same]
temwen complain --server URL --resume [--unsent DIR]

Seals a complaint on this machine and files it; prints the receipt, the only copy there will ever be. --batch files
every NAME.txt of a folder (NAME.json beside it may say force, language, consent, child, place), keeps receipts in
DIR/receipts.ndjson, and goes on where it stopped when run again.

Attached files follow the words. Until one has arrived it lies, sealed, in the folder of --unsent (this one, if not said)
as CASE.evidence-N.DIGITS.unsent; --resume sends what is left there, as often as it takes.

What the office promises at filing is checked, printed and written as NUMBER.kept into --proof-dir (this folder, if not said):
it holds neither words nor receipt; keep it. --wait-proof waits until the complaint stands in the public log, and adds
NUMBER.tlog-proof and NUMBER.leaf: nobody can say later that it never came. Ctrl-C ends the waiting; \`temwen proof\` asks again.

  temwen complain --server http://127.0.0.1:8080 --text plent.txt --force ken --json
  echo "…" | temwen complain --server http://127.0.0.1:8080 --text -`,
  reply: `temwen reply --server URL --receipt FILE|- [--send FILE|-] [--consent CHOICE] [--attach FILE]…
             [--take-back PURPOSE:RECIPIENT] [--summary objects|agrees] [--treatment FILE|-]
             [--review] [--withdraw [--pressed FILE|-]] [--lang ht|fr|en|es|sw] [--unsent DIR] [--roots FILE] [--json]

Says where the case stands, what happened, and what the office answered. The receipt is read from a file or from
standard input, never from the command line.

--consent says anew what the office may do: help-only, keep-words, investigate-without-me, investigate-with-me, court.
Who has read already keeps what they read. --attach adds files, sealed like those of a complaint; what has not arrived
waits in --unsent, and \`temwen complain --resume\` sends it.

--take-back ends one consent that the office wrote down; they are listed as PURPOSE:RECIPIENT, and what was handed over stays where it is.
--summary says whether what would be published is right; it may be changed. --treatment tells, once a case has ended, how the office
treated you. Its file has four lines, \`heard: yes\`, \`respected: partly\`, \`told: no\`, \`safe: unsaid\`, and below them what you add.

--review asks, once a case has ended, that other people look at that end again.

--withdraw asks the office to stop; a person of it speaks with you first. Before that you are asked whether somebody forces
you; only those who may read the case see the answer. A script says it by --pressed: the first line is yes, no or unsaid, and
what stands below it tells the office more.

  temwen reply --server http://127.0.0.1:8080 --receipt resi.txt
  temwen reply --server http://127.0.0.1:8080 --receipt resi.txt --send more.txt
  temwen reply --server http://127.0.0.1:8080 --receipt resi.txt --take-back referral:hti-parquet
  temwen reply --server http://127.0.0.1:8080 --receipt resi.txt --summary objects
  temwen reply --server http://127.0.0.1:8080 --receipt resi.txt --treatment kijan.txt`,
  proof: `temwen proof --server URL --receipt FILE|- [--out DIR] [--policy FILE] [--roots FILE] [--json]

Writes a proof and a leaf for the filing, and for each step that the mailbox shows: NUMBER.tlog-proof and NUMBER.leaf. Each
is checked first against what is shown, the log and the policy. Exit 1 when the log holds something else than is shown, 4
when something is not in the log yet. The policy says whose word to believe. The office's own, URL/log/policy, is taken with
a warning where none is said; docs/guides/check-the-log.md shows how one looks.

  temwen proof --server http://127.0.0.1:8080 --receipt resi.txt --policy log.policy
  temwen verify --proof 123456789012.tlog-proof --leaf 123456789012.leaf --policy log.policy`,
  "prove-silence": `temwen prove-silence --server URL --receipt FILE|- --clock ID --out FILE [--proof FILE] [--checkpoint FILE]
                     [--mirror URL|DIR]… [--policy FILE] [--roots FILE] [--json]
temwen prove-silence --kept FILE --log URL|DIR --policy FILE --clock ID --out FILE [--opening FILE]… [the same]

Writes a file by which anybody sees that no answer stood in the office's public log when its own published deadline had
passed: witnesses' hours only, and no word of the complaint. Refused while the clock runs, and when an answer stands there.
--proof is the proof kept since filing (NUMBER.tlog-proof of the working folder is found by itself): the clock runs from the
hour at which witnesses saw it. Where a late answer stands in the log by now, the last checkpoint from before it is asked of
the office and of each --mirror, which may have kept it; --checkpoint is one that you kept yourself. The file shows the case's id, and when each of its clocks was stopped.

--kept asks the office for nothing: it needs the file NUMBER.kept of the filing and any copy of the log. Where that file bears no
proof it gets one. It says so where the office broke its promise and the complaint is not in the log.

  temwen prove-silence --server https://temwen.example --receipt resi.txt --clock acknowledgement --out silence.json
  temwen verify --breach silence.json --log https://temwen.example/log/ --policy log.policy`,
  office: `temwen office queue  [--stage STAGE] [--limit 50]
temwen office read   --case ID
temwen office act ACT --case ID [--text FILE|-] [--tell FILE] [--set KEY=VALUE]… [--expected VERSION] [--untold]
temwen office open-case --because SOURCE --forces ID,… --text FILE|- [--matter ID] [--from ID --basis WORD]
                     [--reference FILE] [--lang LANG]
temwen office act take-evidence --case ID --file FILE… --text FILE|- --set source=… [--set request=N] [--unsent DIR]
temwen office bring  --case ID [--unsent DIR]
temwen office custody --case ID
temwen office publishable --case ID
temwen office clocks --at HOUR [--case ID]
temwen office treatment (--key FILE --passphrase-file FILE)… [--by FIELD[,FIELD]]… [--period A..B] [--csv]
temwen office link   --case ID --other ID --reason same-event|same-respondent|same-person|retaliation-for --text FILE|-
temwen office unlink --case ID --other ID --text FILE|-
temwen office export --case ID --raw DIR
temwen office openings
temwen office close-flood (--case ID)… | --cases FILE
temwen office dossier --case ID --forum ID (--to AGE1…|FILE)… | --seal-passphrase-file FILE --out FILE.age
                     [--ask WISH]… [--lang LANG] [--leave-out PART]… [--with-identity] [--beyond-consent REASON]
                     [--wait-proofs] [--policy FILE]
temwen office rec | visit | paternity   recommendations, visits, claims of paternity: \`temwen office rec --help\`
temwen office forums [--state ken] [--pack haiti] [--json]
each but the last with --server URL --key FILE --passphrase-file FILE --roots FILE [--json]

acknowledge, reply, propose-not-admitted, confirm, keep-open   need --text
assess                --set right=… class=… force=… department=… month=YYYY-MM child=…  (right and force: several, a,b)
propose-not-admitted  --set reason=…
grant                 --set to=stf_… reason=…
let-in-panel          (all who have a seat in what the panel decides next, and no key)
rekey                 --set to=stf_…,stf_…   (all who read the case by name get it in any case)
deal-escrow
propose-erasure       --set reason=…    and another person: confirm-erasure --text (tells the person); stop-erasure.
                      Before a decision the other is of the panel, let in (grant), unless the person freely asked
                      for an end
Behind the assessment (docs/specs/inquiry.md); --text is sealed for colleagues, of admit-case, offer-hearing,
explain-delay and close-sitting it is told to the person; a wrong word is answered with the right ones:
admit-case            --set track=… (sexual exploitation and abuse: sea; of a child, or in doubt, also child)
assign-case           --set to=stf_… replaces=stf_…   (nobody, the first time)
take-case             --set declares=no-tie     recuse          --set reason=…         plan-inquiry, offer-hearing
state-allegation      --set number=1 right=… class=… respondent=1 kind=… forces=…  (kind=company forces=private-company)
record-interview      --set subject=1 of=… language=… interpreter=… repeats=…
                      (interpreter=own or office: named before)
record-companion-wish --set subject=1 of=… as=… wishes=…
name-companion        --set subject=1 of=… as=… chosenBy=… sex=… ties=ken,…   (their ties, if they have any)
request-evidence      --set number=1 holder=… due=YYYY-MM-DD     record-answer   --set request=1 answer=…
notify-respondent     --set respondent=1 how=… replyBy=2027-01-15T12:00:00.000Z   (14 days; never before an earlier one)
defer-notice          --set respondent=1 because=… until=2027-01-15T12:00:00.000Z
record-reply          --set respondent=1 represented=… interpreter=…
record-respondent-ask --set number=1 respondent=1 wants=…      and another person: answer-respondent-ask
                      --set ask=1 became=… cause=…   (none, where it is done)
flag-force            --set force=…   (a use of force that was not reported; released after a look at the danger)
notify-focal-point    (of a joint case, to the United Nations' due-diligence focal point; without it no closure)
recommend-findings    --set findings=1/established/not-determined/nobody-identified/balance-of-probabilities,2/…
propose-decision      --set sitting=1 decides=… and findings=…, measures=1/compensation/mission/2027-03-01 or outcome=…
                      (other findings than recommended: with the reason in a section § published of --text)
                      (settled: only with a ruling, and record-delivery for each measure)
                      (only once all who have a seat have the key: let-in-panel)
cast-vote             --set sitting=1 decision=DIGEST vote=…   (as \`read --json\` tells it)   [--text: a dissent]
close-sitting, close-not-carried, withdraw-decision   --set sitting=1
record-delivery       --set measure=1 delivered=… decidedBy=… shownBy=DIGEST   (§ published of --text: why not all)
assess-safety         --set level=… protecting=relocation/asked,…   offer-support --set service=… offered=…
assess-best-interests --set guardian=…   (of a child; told only after somebody looked at the danger)
take-evidence         --set source=… request=1 (what it answers; none, unasked) --file FILE, 8 at most with their copies
propose-transfer      --set recipient=… dossier=DIGEST agreed=no-re-interview   and another person: confirm-transfer
                      --set recipient=… --text (tells the person); both only while the person allows it (record-consent)
report-retaliation    --set about=stf_…   (of the office; none, where it comes from elsewhere)
review-retaliation    --set finds=…             explain-delay (tells the person), report-progress
extend-clock          --set clock=inquiry due=2027-05-03T17:00:00.000Z until=2027-08-03T17:00:00.000Z
refer-case            --set number=1 forum=ken-odpp basis=…,… obstacle=… military=none waiver=… fallback=none asks=…,…
                      language=… due=YYYY-MM-DD beyond=none dossier=DIGEST receipt=DIGEST --text the grounds --tell FILE
record-referral-answer  --set referral=1 answered=… on=YYYY-MM-DD cameBy=… obstacle=… received=DIGEST --text its reasons
propose-override      --set forum=… beyond=…   (tells the person)    and another person: confirm-override --set forum=…
propose-token         --set referral=1    and another member: confirm-token --set referral=1   (docs/specs/referrals.md)
propose-opening       --set because=… readers=stf_…,stf_…   (who gets the key; not oneself; escrow-opening.md)
confirm-danger, open-escrow, agree-opening (who holds a share)    stop-opening  --set because=…
Each setting has its own --set. --expected VERSION: only if the case still has that many events, as \`read\` told.
open-case opens a case that nobody brought: SOURCE is press, partner, own-monitoring, recommendation or visit (with
--matter rec_… or vis_…), force-report, or handed-over: another body gives it, --from which (as forums spells it) and
with whose consent (--basis). --text is what happened; it and --reference are sealed to four intake officers, never to
who opens it: they leave it to others to take up, assess and decide. Nobody can be written to there: what would tell the
person goes --untold.
take-evidence seals files at this desk, as a person's own device does; --text says who handed them over. Where a line
breaks, the sealed bytes wait in --unsent (this folder, if not said), and bring sends what is left. custody tells of
each piece by whose hands it came, who looked, and whether the office still has it unchanged; nothing is opened for it.
clocks tells every clock that ran at that hour, of one case or of all in your list: due, late, who must act. It counts
from what had happened by then and from nothing else, so the same hour gives the same answer on every day.
publishable prints the words of a case that may be published now: the summary that the person saw last, with the
reasons that stood in it; others are withheld until a summary with them was shown (show-summary adds them). Refused
while the person has time to object, and where they do. Publish no other words.
treatment totals how people say they were treated when their case had ended: heard, respected, told, safe, and by
day:month. Only keys to the words open that, so some colleagues draw it up together, each with their own key. Counts
below 5 are always hidden, as \`temwen figures\` hides them; publish one answer, and not two of different keys.
link says in both cases that they belong together; a case of retaliation goes to other people than those who were given
the one it is for. unlink takes a mistake back.
close-flood closes noise unread, 500 cases at most: an intake officer proposes, a panel member runs the same and
agrees. Only what nobody took up or looked into; each person is told, and is heard again as soon as they write.
export writes a case as it lies on the server, sealed, and tells nobody: the copy leaves the record's custody, and
an erasure does not reach it. Use it only when somebody outside is to check the whole case with their own programs.
dossier writes a case for a forum as one age file: letter and summary as PDF, the signed record, the words, evidence
with its custody, and proofs, in a tar of a BagIt bag (docs/specs/dossier.md). The record is told of each piece before
a byte is written. PART is words, messages, or a piece (evidence-2). Where the person allows less than court, or has
asked to stop, --beyond-consent says why, and two people must have agreed to it before (propose-override). What the
person said to this body (record-consent) counts first: evidence, name and contact go only where they were named; the
last two with --with-identity, after two people opened them for a referral. --wait-proofs waits until every step is in
the public log. The first line of --seal-passphrase-file opens the file; hand it over on another way. The printed
digest belongs into the referral.
openings lists what asks for the escrow shares that you hold. Whoever will not give one does nothing: there is no
refusing, and nobody can tell it from not having looked.
forums lists the bodies to which a case may be referred: what that rests on, what stands in its way, how it is known.
When somebody has left: rekey gives their open cases a new key for what comes next; deal-escrow, when a holder left;
office rec, visit and paternity have rekey-matter for it.

  temwen office queue --server http://127.0.0.1:8080 --key k.age --passphrase-file p --roots roots.json
  temwen office act acknowledge --case cas_… --text answer.txt …
  temwen office open-case --because press --forces ken --text happened.txt --reference where.txt …
  temwen office open-case --because handed-over --from hti-opc --basis person-agreed --forces ken --text happened.txt …
  temwen office act acknowledge --case cas_… --untold …
  temwen office act assess --case cas_… --set right=integrity --set force=ken --set month=2026-10 …
  temwen office act take-evidence --case cas_… --file photo.jpg --text who.txt --set source=witness …
  temwen office link --case cas_… --other cas_… --reason same-event --text why.txt …
  temwen office forums --state ken
  temwen office dossier --case cas_… --forum ken-odpp --to age1… --out dossier.age --wait-proofs …
  age -d -i key.txt dossier.age | tar -xf -; cd dossier; sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt`,
  directory: `temwen directory show     --server URL [--roots FILE] [--json]
temwen directory enrol    --role ROLE [--bench first|reserve] [--civil-society] [--ties a,b] --out DIR …
temwen directory rotate   --staff ID --out DIR …
temwen directory offboard --staff ID …
temwen directory suspend  --staff ID …
temwen directory deadlines [--pack haiti] …
each of the last five with --server URL --roots FILE and --root-key FILE --root-passphrase-file FILE (three times; for
suspend once, or --key FILE --passphrase-file FILE of two members of staff)

deadlines: after durations in the pack were changed and the office was started again, the next directory names them; they
stand in the public log with it. Until then every other change is refused. What was filed before keeps its deadlines.

  temwen directory offboard --staff stf_… --server http://127.0.0.1:8080 --roots roots.json \\
    --root-key r1.age --root-passphrase-file p1 --root-key r2.age --root-passphrase-file p2 \\
    --root-key r3.age --root-passphrase-file p3`,
  backup: `temwen backup --out FILE --recipient age1…|--recipient-file FILE [--data .temwen] [--with-keys] [--no-verify] [--json]
temwen backup --check FILE --identity FILE [--json]
temwen backup --make-identity FILE [--json]

Writes the whole office into one age file that only the recipients open, while the office runs or not, and reads it again.
It holds the record, the evidence that arrived, the roots, the first directory and the clock key; key files of people (and
the passphrases of fictional ones) only with --with-keys. --recipient may be said several times. --make-identity draws a
key that opens backups and prints its recipient: keep that file away from this machine. DATABASE_URL is read.

  temwen backup --make-identity backup-key.txt > recipients.txt
  temwen backup --data /srv/temwen --recipient-file recipients.txt --out office-2026-11-21.age
  temwen backup --check office-2026-11-21.age --identity backup-key.txt`,
  restore: `temwen restore --data FOLDER --in FILE --identity FILE [--roots FILE] [--erasures FILE] [--json]
temwen restore --clear --data FOLDER [--json]

Puts a backup back into a folder that is new or empty, and an empty database (DATABASE_URL is read). Every digest is
checked before anything is made, and the record from its first event before anybody sees it. --roots: only if the backup
is of the office with these root keys. --erasures: a list of temwen retention list-erasures; what was erased since the
backup is erased again before the office can open. What fails leaves nothing behind; --clear takes back what a kill left.
The public log stands still until \`temwen log resume\`.

  temwen restore --data /srv/temwen --in office-2026-11-21.age --identity backup-key.txt --roots roots.json`,
  retention: `temwen retention show [--pack haiti] [--json]
temwen retention run  [--data .temwen] [--dry-run] [--json]
temwen retention list-erasures [--data .temwen] --recipient AGE1…|--recipient-file FILE --out FILE [--json]

show lists every trace of an office: what, where, how long, and who removes it. run forgets what is past, takes evidence
that no case has named for 7 days, and makes what was erased disappear from the files of the database; filings wait
meanwhile, so run it at night. --dry-run counts what is due. list-erasures writes, sealed, what restore --erasures needs
with an older backup. DATABASE_URL and TEMWEN_BLOBS are read.

  temwen retention run --data /srv/temwen --dry-run
  temwen retention run --data /srv/temwen`,
  import: `temwen import --mapping FILE --file [NAME=]FILE… --server URL --key FILE --passphrase-file FILE [--roots FILE]
              [--report FILE] [--odd-report FILE] [--without-unreadable] [--json]
temwen import --mapping FILE --file [NAME=]FILE… --dry-run [--report FILE] [--json]
temwen import prove --register NAME --key KEY --out FILE [--data .temwen] [--json]
temwen import check --proof FILE [--leaf FILE] [--json]

Reads CSV files (.gz too) as the mapping says, and brings every case to the office, signed by a registrar. Only what
the mapping declares is kept. Odd rows come in flagged, each with its line, flag and field in the odd report
(REGISTER-odd.csv beside the other, if not said); rows that cannot be read are left out, each with its line and reason
in the report (REGISTER-refused.csv, if not said). Everything is read before anything is sent: wrong columns, lines in
another encoding, days in another format than the mapping says, or not one row that can be read, stop it there. The
same files again do nothing; a changed row is a later event of the same case; a stopped import goes on where it
stopped. --dry-run reads and counts, and sends nothing. prove writes what shows that the case with this key is what
was imported; check needs nothing but that file, and the leaf of the public log where the import is to be the one that
stands there. docs/guides/import-a-register.md shows how a mapping is written.

  temwen import --mapping register.json --file complaints.csv.gz --dry-run
  temwen import --mapping register.json --file complaints=complaints.csv.gz --file allegations=allegations.csv.gz \\
    --server https://temwen.example --key registrar.age --passphrase-file p --roots roots.json`,
  figures: `temwen figures [--register NAME] [--by FIELD[,FIELD]]…
               [--of cases|allegations|requests|missed|measures|referrals|openings
               |unreported-force] [--period A..B [--date FIELD]]
               [--no-suppression] [--data .temwen] [--json | --csv]

Counts the office's own cases, or those of one imported register; never both together. Without --by: the tables that
the mapping names, or of own cases those by stage, month, class, right, force, outcome, department and finding. A case of
several rights or forces counts under each (rights, forces). Allegations count each against one respondent:
alleged-right, alleged-forces, respondent-kind, happened, answers, why, standard. A date field says :year, :quarter or :month. --period: days, months or years, by --date
(received, if not said). Counts below 5 are hidden, and more with them, so that no total gives them back; all tables
of one answer are protected together, two answers are not: publish one. --no-suppression shows everything, to
whoever has the data folder. DATABASE_URL is read. --of requests: what the office asked others for, and whether they gave,
refused or obstructed it; a case counts once for each holder and answer. --of missed: the deadlines that the office let
pass, by clock; a case counts once for each. --of measures: what the panel ordered, and what became of it.
--of openings: how often three holders opened the escrow of a case, and why.

  temwen figures --by rights --by forces --by outcome --by happened
  temwen figures --of requests --by holder,answer
  temwen figures --of missed --by clock
  temwen figures --json
  temwen figures --register philly-cap --by received:year --by district,classification --csv
  temwen figures --register philly-cap --by received:month --period 2016..2017`,
  verify: `temwen verify --log URL|DIR [--policy FILE] [--proof FILE [--leaf FILE]] [--max-age 24h] [--json]
temwen verify --policy FILE --proof FILE [--leaf FILE] [--max-age 24h] [--json]

Reads every file of a log and holds it against the signed checkpoint; names the first wrong file and leaf. --policy says
whose signatures count (the office's own is URL/log/policy); without it only the files are checked, and the answer says so. --proof: whether a leaf is where a
.tlog-proof file says, and whether that is this log; without --leaf, the leaf that the file bears itself. --max-age: only what witnesses say of the time counts.
Exit codes: 0 good, 1 wrong, 4 cannot tell how old it is, 5 cannot be reached.

  temwen verify --log https://temwen.example/log/ --policy policy.txt --max-age 24h
  temwen verify --policy policy.txt --proof mine.tlog-proof --leaf mine.leaf`,
  witness: `temwen witness --state DIR [--name NAME] --log KEY… [--logs FILE]… [--listen 127.0.0.1:8090]
               [--pull URL]… [--every 60s] [--json]

Cosigns the checkpoints of logs that continue what it cosigned before, over HTTP (C2SP tlog-witness). KEY is a log's verifier
key, the word behind \`log\` in the office's URL/log/policy: compare it with the office's paper. --logs reads them from a file, one a line. The first start needs --name, makes a key and prints its verifier key.
A folder with a key and without its state is refused: a witness that forgot takes a new name, never an old copy.
--pull asks a log itself. docs/guides/run-a-witness.md is for an organisation that wants to run one.

  temwen witness --state /srv/witness --name ngo.example/witness-2026 --log temwen.example/log+0123abcd+AQ…`,
  log: `temwen log resume [--data .temwen] --from DIR|--nothing-later [--json]
temwen log openings [--data .temwen] --month YYYY-MM --recipient AGE1…|--recipient-file FILE --out FILE [--json]
temwen log answer [--data .temwen] --leaf NUMBER|--case ID --clock ID --out FILE [--pack haiti] [--json]
temwen log check [--data .temwen] [--log URL|DIR] [--policy FILE] [--json]

After a restore the public log stands still: its key must not sign a second history. --from: a copy of the log as the public
saw it last (a mirror's folder); what is missing in the database is put back from it. --nothing-later: you say that nothing
was published after the backup was taken; where that is not true, witnesses and mirrors will show two logs.

openings writes one age file for an accredited auditor: for each leaf of the month (in the mission's zone) what it stands for and
what opens it. It holds numbers of cases, hours, who acted, and digests; no story, no name of a complainant. Whoever holds it
can still open the leaves of a case that is erased later: have it removed when it was used. DATABASE_URL is read.

answer opens the one leaf with which the office stopped a clock: whoever shows a breach certificate that hides it is refuted. The
number is what \`temwen verify --breach\` names as unopened; case and clock stand in the certificate too. The opening shows who acted in that
case, when, and digests: give it to whoever judges the certificate, not to everybody.

check holds every row of the database's log, and every event that it stands for, against the log's files, or against a copy of
them elsewhere (--log), and names the rows that do not fit. \`temwen verify\` sees the files only.

  temwen log check --data /srv/temwen --log https://mirror.example/ --policy log.policy
  temwen log openings --data /srv/temwen --month 2026-10 --recipient-file auditor.txt --out 2026-10.age
  temwen log answer --data /srv/temwen --leaf 40312 --out answer.json
  temwen verify --breach silence.json --opening answer.json --log https://temwen.example/log/ --policy log.policy
  temwen log resume --data /srv/temwen --from /srv/mirror
  temwen log resume --data /srv/temwen --nothing-later`,
  mirror: `temwen mirror --log URL|DIR --out DIR [--once] [--policy FILE] [--every 60s] [--serve PORT|HOST:PORT] [--json]

Keeps a full copy of a log; each file is checked before it is kept, and a copy that broke off goes on. What does not continue
the copy is never taken: it is named, and kept as evidence in DIR/forks. --once stops after one look. --serve answers
GET /checkpoint, /tile/…, and /number/NNNNNNNNNNNN for whoever holds a proof number.

  temwen mirror --log https://temwen.example/log/ --out copy --policy policy.txt --once`,
  included: `temwen included --log URL|DIR --number 123456789012 [--policy FILE] [--json]

Says where the leaf of a proof number stands, and who cosigned the log as it is there. Two leaves may share a number: a proof
decides (\`temwen verify --proof\`). The number is shown at filing; it opens nothing.

  temwen included --log copy --number 123456789012 --policy policy.txt`,
  audit: `temwen audit --log URL|DIR --openings FILE --identity FILE [--policy FILE] [--json]

Counts a month of the public log again: events of cases by kind, clocks stopped, cover. FILE is what \`temwen log openings\` wrote
for the auditor. Every leaf of the month must have an opening, and each opening must hold; what does not is named. Leaves
of erased cases open for nobody: they are counted apart, and that they were erased is the office's word.
The auditor sees numbers of cases, hours, who acted, and digests; no story, and no name of a complainant. Audit a month that is over.
Exit codes: 0 all leaves opened, 1 something is wrong (it is named), 5 cannot be reached.

  temwen audit --log copy --openings 2026-10.age --identity auditor-key.txt --policy policy.txt`,
  "watch-page": `temwen watch-page --site URL --log URL|DIR [--policy FILE] [--json]

Fetches the pages where people type, with the code they load, and every page that the log names, and compares them with what
the log says of them. Run it from different places: a server can serve a changed page to one visitor only. Says also which
program the office claims to run, and whether it is this one.
Exit codes: 0 as logged, 1 something else (it is named), 4 the log says nothing of pages, 5 cannot be reached.

  temwen watch-page --site https://temwen.example --log https://temwen.example/log/ --policy policy.txt`,
};
