import type { cli as nb } from '../nb/cli.ts';
import type { Translated } from '../texts.ts';

/** What the command line says. Nynorsk. */
export const cli: Translated<typeof nb> = {
  'cli.help': `vurdert – kontrollerer personvernvurderingar (DPIA og andre) skrivne som YAML

Bruk:
  vurdert check [STI …]   Vis funna i filer og mapper. Utan STI: mappa du står i.
  vurdert render [STI …]  Lag rapporten av vurderingar, som HTML, Markdown, Word, PDF, CSV eller JSON.
  vurdert diff [A B]      Vis kva som er endra i vurderingar, mellom to filer eller to versjonar i git.
  vurdert config [STI]    Vis kva konfigurasjon som gjeld, og kvar kvar verdi kjem frå.
  vurdert explain KVA     Forklar ein funnkode, ein artikkel, ei lov, eit spørsmål eller eit omgrep.
  vurdert lsp --stdio     Start språktenaren, for redigeringsprogram.
  vurdert mcp             Start verktøya for språkmodellar (MCP), berre for lesing.

For alle:
  -h, --help              Vis hjelpa. «vurdert check --help» viser vala for check, og likeins for dei andre.
  -V, --version           Vis versjonen.
  --language nb|nn|en     Språket i det som blir skrive ut. Elles VURDERT_SPRAAK, språk i vurdert.config.yaml, eller bokmål.
                          Ein rapport følgjer språket i fila.

Avslutningskode: 0 når alt gjekk bra, 1 når det er funn (check) eller skilnader (diff --exit-code),
2 når kommandoen ikkje kunne utførast.`,
  'cli.help.check': `vurdert check [STI …] – vis funna i filer og mapper

STI er filer og mapper. Utan STI: mappa du står i. Filer som vurderingane viser til, eller som viser til dei frå
mappene over, blir også lesne, men funna i dei blir ikkje viste.

Kva som blir vist:
  --format FORMAT         pretty     liste til å lese (standard)
                          compact    éi linje for kvart funn: fil:linje:kolonne: nivå: melding [kode]
                          json       alt, for andre program
                          sarif      SARIF 2.1.0, for mellom anna GitHub code scanning
                          junit      JUnit XML, for testrapportar i Jenkins, GitLab og Azure DevOps
                          github     merknader i GitHub Actions
                          gitlab     rapport for GitLab Code Quality
                          markdown   oppsummering til ei jobbside eller ein kommentar på ein pull request
  -o, --output FIL        Skriv til ei fil, også over ei som finst. Utan --format avgjer namnet:
                          .sarif, .xml (junit), .json eller .md.
  --root MAPPE            Kvar stiane i sarif, github og gitlab er rekna frå. Elles: toppen av git-lageret.

Kva som blir kontrollert:
  --staged                Det som er lagt til neste commit (git add), slik det er der, og det som avheng av det.
  --changed-since REV     Det som er endra sidan greina skilde lag med REV, også det som ikkje er lagt inn i git,
                          og det som avheng av det. REV er ei grein, ein merkelapp eller ein commit.
  --status STATUS         Berre vurderingar med denne statusen: utkast, til-vurdering eller besluttet. Skil fleire
                          med komma. Eit behandlingsoversyn blir rekna som besluttet.
  --today DATO            Dagen som datoar blir rekna mot, når det ikkje er i dag.

Kva som gir avslutningskode 1:
  --fail-on NIVÅ          Funn frå og med error (standard), warning eller information, eller none: ingen.
  --max-warnings N        Også når det er fleire enn N åtvaringar.
  --baseline FIL          Funna i grunnlinja FIL blir ikkje rekna med. Dei blir talde i oppsummeringa.
  --update-baseline       Skriv grunnlinja på nytt med det som finst no. Det som er retta, går ut.

Avslutningskode: 0 når det ikkje er funn på nivået, 1 når det er det, 2 når kommandoen ikkje kunne utførast.

Døme:
  vurdert check vurderinger --fail-on warning
  vurdert check --staged
  vurdert check --changed-since origin/main --format github
  vurdert check --format sarif -o vurdert.sarif --fail-on none
  vurdert check --baseline grunnlinje.json --update-baseline`,
  'cli.help.render': `vurdert render [STI …] – lag rapporten av vurderingar

  --format FORMAT         html (standard), md, docx, pdf, csv eller json. Utan valet: det namnet på fila seier.
                          csv gir to filer, risikoane og handlingsplanen. pdf treng Chromium, Chrome eller Edge;
                          VURDERT_BROWSER seier kvar nettlesaren ligg.
  --edition UTGÅVE        internal (intern, standard) eller public (offentleg): utan det som er sladda, og utan funn.
  -o, --output FIL        Skriv rapporten til ei fil.
  --output-dir MAPPE      Skriv éin rapport for kvar vurdering, og index.html med oversyn over alle.
  --force                 Skriv over filer som finst frå før.
  --history               Ta med revisjonen og ein endringslogg frå git i html, md, docx og pdf. Ingen namn blir med.
  --today DATO            Dagen som datoar blir rekna mot, når det ikkje er i dag.

Døme:
  vurdert render min.dpia.yaml -o rapport.docx
  vurdert render vurderinger --output-dir rapporter --edition public`,
  'cli.help.diff': `vurdert diff – vis kva som er endra i vurderingar

  vurdert diff A B        A og B er filer. Skriv REVISJON:sti for ei fil slik ho var. Stien er rekna frå toppen av
                          git-lageret, og med ./ framfor frå mappa du står i.
  vurdert diff [STI …]    Endringane sidan siste commit. Utan STI: alle vurderingar i mappa du står i.
  --rev A | A..B | A...B  Endringane sidan revisjonen A, frå A til B, eller i B sidan han skilde lag med A.
  --format FORMAT         md (standard, for ein pull request), html eller json.
  --edition UTGÅVE        internal (intern, standard) eller public (offentleg): utan det som er sladda i ein av
                          versjonane, og utan funn.
  -o, --output FIL        Skriv samanlikninga til ei fil. --force skriv over ei som finst frå før.
  --max-length N          Berre md: Kort ned samanlikninga til N teikn, med beskjed om kva som er utelate.
  --exit-code             Gi avslutningskode 1 når det er skilnader.
  --today DATO            Dagen som datoar blir rekna mot, når det ikkje er i dag.

Døme:
  vurdert diff
  vurdert diff --rev origin/main...HEAD -o endringer.md
  vurdert diff HEAD~1:min.dpia.yaml min.dpia.yaml`,
  'cli.help.explain': `vurdert explain KVA – forklar ein kode eller eit omgrep

KVA er ein funnkode, ein artikkel («art. 35 nr. 1»), ei lov («barnevernsloven § 13-2»), eit spørsmål («II.4.2», eller
«plattform/A.1» når fleire malar har det) eller eit omgrep («profilering»).

Døme:
  vurdert explain ja-utloser-dpia
  vurdert explain art. 35 nr. 1`,
  'cli.help.lsp': `vurdert lsp --stdio – start språktenaren, for redigeringsprogram

Tenaren snakkar Language Server Protocol på standard inn og ut, og blir avslutta av programmet som starta han.`,
  'cli.baseline.broken': '«{sti}» er ikkje ei grunnlinje som Vurdert kan lese. Kontroller stien, eller slett fila og lag ho på nytt med --update-baseline.',
  'cli.baseline.missing': 'Grunnlinja «{sti}» finst ikkje. Lag ho med --update-baseline.',
  'cli.baseline.needs-file': 'Oppgi kva fil grunnlinja skal skrivast til: --baseline FIL --update-baseline.',
  'cli.baseline.written': 'Skreiv grunnlinja til «{sti}»: {n} funn, {nye} nye og {borte} som er borte.',
  'cli.git.no-fork': '«{rev}» og HEAD har inga felles historie her. I eit grunt lager (fetch-depth i CI) må historia hentast først.',
  'cli.git.no-git': 'Fann ikkje git på maskina. Installer git, eller kontroller filene utan --staged og --changed-since.',
  'cli.git.no-repository': 'Mappa ligg ikkje i eit git-lager. Gå til ei mappe som gjer det, eller kontroller filene utan --staged og --changed-since.',
  'cli.git.no-revision': 'Git kjenner ikkje revisjonen «{detalj}» her. Oppgi ei grein, ein merkelapp eller ein commit. I eit grunt lager (fetch-depth i CI) må historia hentast først.',
  'cli.git.other': 'Git svarte ikkje som venta: {detalj}',
  'cli.git.outside': '«{detalj}» ligg utanfor git-lageret.',
  'cli.junit.clean': 'Ingen funn',
  'cli.junit.problem': 'Kan lesast',
  'cli.junit.suppressed': 'Undertrykt i fila: {begrunnelse}',
  'cli.markdown.assessment': 'Vurdering',
  'cli.markdown.cut': '… og {n} funn til, som det ikkje er plass til her. Køyr «vurdert check» for å sjå alle.',
  'cli.markdown.cut.one': '… og eitt funn til, som det ikkje er plass til her. Køyr «vurdert check» for å sjå alle.',
  'cli.markdown.line': 'linje {linje}',
  'cli.markdown.status': 'Status',
  'cli.markdown.title': 'Vurdert: funn i personvernvurderingane',
  'cli.max-warnings': 'Det er {n} åtvaringar, og --max-warnings tillèt {mest}.',
  'cli.max-warnings.one': 'Det er 1 åtvaring, og --max-warnings tillèt {mest}.',
  'cli.max-warnings.number': '--max-warnings må vere eit heiltal frå 0 og oppover, ikkje «{verdi}».',
  'cli.none-changed': 'Ingen vurderingar er endra.',
  'cli.one-selection': 'Bruk anten --staged eller --changed-since, ikkje begge.',
  'cli.root': '«{sti}» er ikkje ei mappe. Oppgi mappa som stiane skal reknast frå.',
  'cli.sarif.cut': '{n} funn er utelatne, dei minst alvorlege: GitHub code scanning tek imot høgst {mest}. Kontroller færre mapper om gongen for å få med alle.',
  'cli.sarif.large': 'SARIF-fila er på over {mb} MB også når ho er komprimert, og GitHub code scanning tek ikkje imot ho. Kontroller færre mapper om gongen.',
  'cli.sarif.root': 'Mappa som stiane er rekna frå, vanlegvis toppen av git-lageret.',
  'cli.summary.baseline': '{antall} i grunnlinja.',
  'cli.todo': '→ {gjør}',
  'cli.written.findings': 'Skreiv funna til «{sti}».',
  'cli.diff.both-missing': '«{sti}» finst ikkje som vurdering i nokon av versjonane.',
  'cli.diff.folder': '«{sti}» er ei mappe. Oppgi to filer, eller vel revisjonen med --rev.',
  'cli.diff.git.no-git': 'Fann ikkje git på maskina. Installer git, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-repository': 'Mappa ligg ikkje i eit git-lager. Gå til ei mappe som gjer det, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-revision': 'Git kjenner ikkje revisjonen «{detalj}». Oppgi ei grein, ein merkelapp eller ein commit.',
  'cli.diff.git.no-fork': '«{fra}» og «{til}» har inga felles historie. Bruk to punktum i staden for tre.',
  'cli.diff.git.other': 'Git svarte ikkje som venta: {detalj}',
  'cli.diff.git.outside': '«{detalj}» ligg utanfor git-lageret.',
  'cli.diff.max-length': '--max-length må vere eit heiltal på minst 1000, ikkje «{verdi}».',
  'cli.diff.too-many': 'Oppgi to filer (vurdert diff A B), eller vel revisjonen med --rev.',
  'cli.crash': 'Det oppstod ein feil i sjølve Vurdert, og kommandoen vart ikkje fullført:\n{feil}',
  'cli.many.error': '{antall} feil',
  'cli.many.files': '{antall} vurderingar',
  'cli.many.information': '{antall} opplysningar',
  'cli.many.suppressed': '{antall} funn',
  'cli.many.warning': '{antall} åtvaringar',
  'cli.needs-value': 'Valet «{valg}» manglar ein verdi. Sjå «vurdert --help».',
  'cli.no-assessments': 'Fann ingen vurderingar i «{stier}». Ei vurdering er ei YAML-fil med nøkkelen «vurdering:», eller med eit namn som sluttar på .dpia.yaml.',
  'cli.no-value': 'Valet «{valg}» tek ingen verdi. Sjå «vurdert --help».',
  'cli.not-a-day': '«{verdi}» er ingen dag. «{valg}» blir skriven som år, månad og dag: 2026-12-31.',
  'cli.not-written': 'Kunne ikkje skrive til «{sti}» ({kode}). Kontroller at mappa finst, og at du har lov til å skrive der.',
  'cli.one.error': '{antall} feil',
  'cli.one.files': '{antall} vurdering',
  'cli.one.information': '{antall} opplysning',
  'cli.one.suppressed': '{antall} funn',
  'cli.one.warning': '{antall} åtvaring',
  'cli.problem.missing': '«{sti}» finst ikkje. Kontroller stien.',
  'cli.problem.no-access': 'Du har ikkje tilgang til å lese «{sti}».',
  'cli.problem.not-assessment': '«{sti}» er ikkje ei vurdering: Nøkkelen «vurdering:» manglar eller har ein verdi som Vurdert ikkje kjenner, og namnet sluttar ikkje på .dpia.yaml.',
  'cli.problem.not-yaml': '«{sti}» er ikkje ei YAML-fil. Ei vurdering har eit namn som sluttar på .yaml eller .yml.',
  'cli.problem.not-utf8': '«{sti}» er ikkje lagra som UTF-8. Lagre fila på nytt med teiknkodinga UTF-8.',
  'cli.problem.other': 'Kunne ikkje lese «{sti}»{kode}.',
  'cli.api.source': 'Kjelda må vere teksten i ei vurdering, eller { path: stien til fila }.',
  'cli.api.folder': '«{sti}» er ei mappe. Gi stien til éi fil, eller les heile mappa med checkFiles.',
  'cli.progress': 'Les … {antall} YAML-filer, {vurderinger} vurderingar',
  'cli.summary.clean': '{filer}, ingen funn.',
  'cli.summary.findings': '{filer}: {funn}.',
  'cli.summary.suppressed': '{antall} er undertrykte med grunngiving i filene.',
  'cli.render.exists': 'Desse filene finst frå før, og ingenting er skrive: {filer}. Vel ein annan stad, eller bruk --force for å skrive over dei.',
  'cli.render.exists-more': 'Desse filene finst frå før, og ingenting er skrive: {filer} og {n} til. Vel ein annan stad, eller bruk --force for å skrive over dei.',
  'cli.render.needs-file': 'Formatet {format} kan ikkje visast i terminalen. Bruk -o FIL eller --output-dir MAPPE.',
  'cli.render.one-place': 'Bruk anten -o eller --output-dir, ikkje begge.',
  'cli.render.several': 'Det er {n} vurderingar her, og -o skriv berre éi. Bruk --output-dir MAPPE, eller oppgi éi fil.',
  'cli.render.several-out': 'Det er {n} vurderingar her. Bruk --output-dir MAPPE for å få ein rapport av kvar, eller oppgi éi fil.',
  'cli.render.source': '«{sti}» er sjølv ei vurdering, og rapporten kan ikkje skrivast over ho. Vel eit anna namn.',
  'cli.output.format': 'Namnet «{sti}» seier ikkje kva format det skal vere. Vel formatet med --format, eller gi fila ei av endingane {lovlige}.',
  'cli.output.source': '«{sti}» er ein konfigurasjon, ein mal eller ein regel, og kan ikkje skrivast over. Vel eit anna namn.',
  'cli.render.same-name': 'To vurderingar ville fått rapporten «{sti}». Gi ei av filene eit anna namn.',
  'cli.render.written-many': 'Skreiv {n} rapportar og index.html til «{sti}».',
  'cli.render.written-many.one': 'Skreiv 1 rapport og index.html til «{sti}».',
  'cli.unknown-command': 'Kjenner ikkje kommandoen «{kommando}». Sjå «vurdert --help».',
  'cli.unknown-option': 'Kjenner ikkje valet «{valg}». Sjå «vurdert --help».',
  'cli.what': 'Oppgi kva du vil ha forklart: ein funnkode, ein artikkel («art. 35 nr. 1»), ei lov («barnevernsloven § 13-2»), eit spørsmål («II.4.2») eller eit omgrep («profilering»).',
  'cli.written': 'Skreiv rapporten til «{sti}».',
  'cli.written.diff': 'Skreiv samanlikninga til «{sti}».',
  'cli.wrong-value': '«{verdi}» kan ikkje brukast med «{valg}». Lovlege verdiar: {lovlige}.',
};
