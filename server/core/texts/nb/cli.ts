/** What the command line says. Bokmål. */
export const cli = {
  'cli.help': `vurdert – kontrollerer personvernvurderinger (DPIA og andre) skrevet som YAML

Bruk:
  vurdert check [STI …]   Vis funnene i filer og mapper. Uten STI: mappen du står i.
  vurdert render [STI …]  Lag rapporten av vurderinger, som HTML, Markdown, Word, PDF, CSV eller JSON.
  vurdert diff [A B]      Vis hva som er endret i vurderinger, mellom to filer eller to versjoner i git.
  vurdert config [STI]    Vis hvilken konfigurasjon som gjelder, og hvor hver verdi kommer fra.
  vurdert explain HVA     Forklar en funnkode, en artikkel, en lov, et spørsmål eller et begrep.
  vurdert lsp --stdio     Start språktjeneren, for redigeringsprogrammer.
  vurdert mcp             Start verktøyene for språkmodeller (MCP), bare for lesing.

For alle:
  -h, --help              Vis hjelpen. «vurdert check --help» viser valgene for check, og likedan for de andre.
  -V, --version           Vis versjonen.
  --language nb|nn|en     Språket i det som skrives ut. Ellers VURDERT_SPRAAK, språk i vurdert.config.yaml, eller bokmål.
                          En rapport følger filens eget språk.

Avslutningskode: 0 når alt gikk bra, 1 når det er funn (check) eller forskjeller (diff --exit-code),
2 når kommandoen ikke kunne utføres.`,
  'cli.help.check': `vurdert check [STI …] – vis funnene i filer og mapper

STI er filer og mapper. Uten STI: mappen du står i. Filer som vurderingene viser til, eller som viser til dem fra
mappene over, leses også, men funnene i dem vises ikke.

Hva som vises:
  --format FORMAT         pretty     liste til å lese (standard)
                          compact    én linje for hvert funn: fil:linje:kolonne: nivå: melding [kode]
                          json       alt, for andre programmer
                          sarif      SARIF 2.1.0, for blant annet GitHub code scanning
                          junit      JUnit XML, for testrapporter i Jenkins, GitLab og Azure DevOps
                          github     merknader i GitHub Actions
                          gitlab     rapport for GitLab Code Quality
                          markdown   oppsummering til en jobbside eller en kommentar på en pull request
  -o, --output FIL        Skriv til en fil, også over en som finnes. Uten --format avgjør navnet:
                          .sarif, .xml (junit), .json eller .md.
  --root MAPPE            Hvor stiene i sarif, github og gitlab regnes fra. Ellers: toppen av git-lageret.

Hva som kontrolleres:
  --staged                Det som er lagt til neste commit (git add), slik det er der, og det som avhenger av det.
  --changed-since REV     Det som er endret siden grenen skilte lag med REV, også det som ikke er lagt inn i git,
                          og det som avhenger av det. REV er en gren, en merkelapp eller en commit.
  --status STATUS         Bare vurderinger med denne statusen: utkast, til-vurdering eller besluttet. Flere skilles
                          med komma. En behandlingsoversikt regnes som besluttet.
  --today DATO            Dagen som datoer regnes mot, når det ikke er i dag.

Hva som gir avslutningskode 1:
  --fail-on NIVÅ          Funn fra og med error (standard), warning eller information, eller none: ingen.
  --max-warnings N        Også når det er flere enn N advarsler.
  --baseline FIL          Funnene i grunnlinjen FIL regnes ikke med. De telles i oppsummeringen.
  --update-baseline       Skriv grunnlinjen på nytt med det som finnes nå. Det som er rettet, går ut.

Avslutningskode: 0 når det ikke er funn på nivået, 1 når det er det, 2 når kommandoen ikke kunne utføres.

Eksempler:
  vurdert check vurderinger --fail-on warning
  vurdert check --staged
  vurdert check --changed-since origin/main --format github
  vurdert check --format sarif -o vurdert.sarif --fail-on none
  vurdert check --baseline grunnlinje.json --update-baseline`,
  'cli.help.render': `vurdert render [STI …] – lag rapporten av vurderinger

  --format FORMAT         html (standard), md, docx, pdf, csv eller json. Uten valget: det navnet på filen sier.
                          csv gir to filer, risikoene og handlingsplanen. pdf trenger Chromium, Chrome eller Edge;
                          VURDERT_BROWSER sier hvor nettleseren ligger.
  --edition UTGAVE        internal (intern, standard) eller public (offentlig): uten det som er sladdet, og uten funn.
  -o, --output FIL        Skriv rapporten til en fil.
  --output-dir MAPPE      Skriv én rapport for hver vurdering, og index.html med oversikten over alle.
  --force                 Skriv over filer som finnes fra før.
  --history               Ta med revisjonen og en endringslogg fra git i html, md, docx og pdf. Ingen navn blir med.
  --today DATO            Dagen som datoer regnes mot, når det ikke er i dag.

Eksempler:
  vurdert render min.dpia.yaml -o rapport.docx
  vurdert render vurderinger --output-dir rapporter --edition public`,
  'cli.help.diff': `vurdert diff – vis hva som er endret i vurderinger

  vurdert diff A B        A og B er filer. En fil slik den var, skrives REVISJON:sti. Stien regnes fra toppen av
                          git-lageret, og med ./ foran fra mappen du står i.
  vurdert diff [STI …]    Endringene siden siste commit. Uten STI: alle vurderinger i mappen du står i.
  --rev A | A..B | A...B  Endringene siden revisjonen A, fra A til B, eller i B siden den skilte lag med A.
  --format FORMAT         md (standard, for en pull request), html eller json.
  --edition UTGAVE        internal (intern, standard) eller public (offentlig): uten det som er sladdet i en av
                          versjonene, og uten funn.
  -o, --output FIL        Skriv sammenligningen til en fil. --force skriver over en som finnes fra før.
  --max-length N          Bare md: Kort ned sammenligningen til N tegn, med beskjed om hva som er utelatt.
  --exit-code             Gi avslutningskode 1 når det er forskjeller.
  --today DATO            Dagen som datoer regnes mot, når det ikke er i dag.

Eksempler:
  vurdert diff
  vurdert diff --rev origin/main...HEAD -o endringer.md
  vurdert diff HEAD~1:min.dpia.yaml min.dpia.yaml`,
  'cli.help.explain': `vurdert explain HVA – forklar en kode eller et begrep

HVA er en funnkode, en artikkel («art. 35 nr. 1»), en lov («barnevernsloven § 13-2»), et spørsmål («II.4.2», eller
«plattform/A.1» når flere maler har det) eller et begrep («profilering»).

Eksempler:
  vurdert explain ja-utloser-dpia
  vurdert explain art. 35 nr. 1`,
  'cli.help.lsp': `vurdert lsp --stdio – start språktjeneren, for redigeringsprogrammer

Tjeneren snakker Language Server Protocol på standard inn og ut, og avsluttes av programmet som startet den.`,
  'cli.baseline.broken': '«{sti}» er ikke en grunnlinje som Vurdert kan lese. Kontroller stien, eller slett filen og lag den på nytt med --update-baseline.',
  'cli.baseline.missing': 'Grunnlinjen «{sti}» finnes ikke. Lag den med --update-baseline.',
  'cli.baseline.needs-file': 'Oppgi hvilken fil grunnlinjen skal skrives til: --baseline FIL --update-baseline.',
  'cli.baseline.written': 'Skrev grunnlinjen til «{sti}»: {n} funn, {nye} nye og {borte} som er borte.',
  'cli.git.no-fork': '«{rev}» og HEAD har ingen felles historie her. I et grunt lager (fetch-depth i CI) må historien hentes først.',
  'cli.git.no-git': 'Fant ikke git på maskinen. Installer git, eller kontroller filene uten --staged og --changed-since.',
  'cli.git.no-repository': 'Mappen ligger ikke i et git-lager. Gå til en mappe som gjør det, eller kontroller filene uten --staged og --changed-since.',
  'cli.git.no-revision': 'Git kjenner ikke revisjonen «{detalj}» her. Oppgi en gren, en merkelapp eller en commit. I et grunt lager (fetch-depth i CI) må historien hentes først.',
  'cli.git.other': 'Git svarte ikke som ventet: {detalj}',
  'cli.git.outside': '«{detalj}» ligger utenfor git-lageret.',
  'cli.junit.clean': 'Ingen funn',
  'cli.junit.problem': 'Kan leses',
  'cli.junit.suppressed': 'Undertrykt i filen: {begrunnelse}',
  'cli.markdown.assessment': 'Vurdering',
  'cli.markdown.cut': '… og {n} funn til, som det ikke er plass til her. Kjør «vurdert check» for å se alle.',
  'cli.markdown.cut.one': '… og ett funn til, som det ikke er plass til her. Kjør «vurdert check» for å se alle.',
  'cli.markdown.line': 'linje {linje}',
  'cli.markdown.status': 'Status',
  'cli.markdown.title': 'Vurdert: funn i personvernvurderingene',
  'cli.max-warnings': 'Det er {n} advarsler, og --max-warnings tillater {mest}.',
  'cli.max-warnings.one': 'Det er 1 advarsel, og --max-warnings tillater {mest}.',
  'cli.max-warnings.number': '--max-warnings må være et heltall fra 0 og oppover, ikke «{verdi}».',
  'cli.none-changed': 'Ingen vurderinger er endret.',
  'cli.one-selection': 'Bruk enten --staged eller --changed-since, ikke begge.',
  'cli.root': '«{sti}» er ikke en mappe. Oppgi mappen som stiene skal regnes fra.',
  'cli.sarif.cut': '{n} funn er utelatt, de minst alvorlige: GitHub code scanning tar imot høyst {mest}. Kontroller færre mapper om gangen for å få med alle.',
  'cli.sarif.large': 'SARIF-filen er på over {mb} MB også når den er komprimert, og GitHub code scanning tar den ikke imot. Kontroller færre mapper om gangen.',
  'cli.sarif.root': 'Mappen som stiene regnes fra, vanligvis toppen av git-lageret.',
  'cli.summary.baseline': '{antall} i grunnlinjen.',
  'cli.todo': '→ {gjør}',
  'cli.written.findings': 'Skrev funnene til «{sti}».',
  'cli.diff.both-missing': '«{sti}» finnes ikke som vurdering i noen av versjonene.',
  'cli.diff.folder': '«{sti}» er en mappe. Oppgi to filer, eller velg revisjonen med --rev.',
  'cli.diff.git.no-git': 'Fant ikke git på maskinen. Installer git, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-repository': 'Mappen ligger ikke i et git-lager. Gå til en mappe som gjør det, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-revision': 'Git kjenner ikke revisjonen «{detalj}». Oppgi en gren, en merkelapp eller en commit.',
  'cli.diff.git.no-fork': '«{fra}» og «{til}» har ingen felles historie. Bruk to punktum i stedet for tre.',
  'cli.diff.git.other': 'Git svarte ikke som ventet: {detalj}',
  'cli.diff.git.outside': '«{detalj}» ligger utenfor git-lageret.',
  'cli.diff.max-length': '--max-length må være et heltall på minst 1000, ikke «{verdi}».',
  'cli.diff.too-many': 'Oppgi to filer (vurdert diff A B), eller velg revisjonen med --rev.',
  'cli.crash': 'Det oppsto en feil i selve Vurdert, og kommandoen ble ikke fullført:\n{feil}',
  'cli.many.error': '{antall} feil',
  'cli.many.files': '{antall} vurderinger',
  'cli.many.information': '{antall} opplysninger',
  'cli.many.suppressed': '{antall} funn',
  'cli.many.warning': '{antall} advarsler',
  'cli.needs-value': 'Valget «{valg}» mangler en verdi. Se «vurdert --help».',
  'cli.no-assessments': 'Fant ingen vurderinger i «{stier}». En vurdering er en YAML-fil med nøkkelen «vurdering:», eller med et navn som slutter på .dpia.yaml.',
  'cli.no-value': 'Valget «{valg}» tar ingen verdi. Se «vurdert --help».',
  'cli.not-a-day': '«{verdi}» er ingen dag. «{valg}» skrives som år, måned og dag: 2026-12-31.',
  'cli.not-written': 'Kunne ikke skrive til «{sti}» ({kode}). Kontroller at mappen finnes, og at du har lov til å skrive der.',
  'cli.one.error': '{antall} feil',
  'cli.one.files': '{antall} vurdering',
  'cli.one.information': '{antall} opplysning',
  'cli.one.suppressed': '{antall} funn',
  'cli.one.warning': '{antall} advarsel',
  'cli.problem.missing': '«{sti}» finnes ikke. Kontroller stien.',
  'cli.problem.no-access': 'Du har ikke tilgang til å lese «{sti}».',
  'cli.problem.not-assessment': '«{sti}» er ikke en vurdering: Nøkkelen «vurdering:» mangler eller har en verdi som Vurdert ikke kjenner, og navnet slutter ikke på .dpia.yaml.',
  'cli.problem.not-yaml': '«{sti}» er ikke en YAML-fil. En vurdering har et navn som slutter på .yaml eller .yml.',
  'cli.problem.not-utf8': '«{sti}» er ikke lagret som UTF-8. Lagre den på nytt med tegnkodingen UTF-8.',
  'cli.problem.other': 'Kunne ikke lese «{sti}»{kode}.',
  'cli.api.source': 'Kilden må være teksten i en vurdering, eller { path: stien til filen }.',
  'cli.api.folder': '«{sti}» er en mappe. Gi stien til én fil, eller les hele mappen med checkFiles.',
  'cli.progress': 'Leser … {antall} YAML-filer, {vurderinger} vurderinger',
  'cli.summary.clean': '{filer}, ingen funn.',
  'cli.summary.findings': '{filer}: {funn}.',
  'cli.summary.suppressed': '{antall} er undertrykt med begrunnelse i filene.',
  'cli.render.exists': 'Disse filene finnes fra før, og ingenting er skrevet: {filer}. Velg et annet sted, eller bruk --force for å skrive over dem.',
  'cli.render.exists-more': 'Disse filene finnes fra før, og ingenting er skrevet: {filer} og {n} til. Velg et annet sted, eller bruk --force for å skrive over dem.',
  'cli.render.needs-file': 'Formatet {format} kan ikke vises i terminalen. Bruk -o FIL eller --output-dir MAPPE.',
  'cli.render.one-place': 'Bruk enten -o eller --output-dir, ikke begge.',
  'cli.render.several': 'Det er {n} vurderinger her, og -o skriver bare én. Bruk --output-dir MAPPE, eller oppgi én fil.',
  'cli.render.several-out': 'Det er {n} vurderinger her. Bruk --output-dir MAPPE for å få en rapport av hver, eller oppgi én fil.',
  'cli.render.source': '«{sti}» er selv en vurdering, og rapporten kan ikke skrives over den. Velg et annet navn.',
  'cli.output.format': 'Navnet «{sti}» sier ikke hvilket format det skal være. Velg formatet med --format, eller gi filen en av endelsene {lovlige}.',
  'cli.output.source': '«{sti}» er en konfigurasjon, en mal eller en regel, og kan ikke skrives over. Velg et annet navn.',
  'cli.render.same-name': 'To vurderinger ville fått rapporten «{sti}». Gi en av filene et annet navn.',
  'cli.render.written-many': 'Skrev {n} rapporter og index.html til «{sti}».',
  'cli.render.written-many.one': 'Skrev 1 rapport og index.html til «{sti}».',
  'cli.unknown-command': 'Kjenner ikke kommandoen «{kommando}». Se «vurdert --help».',
  'cli.unknown-option': 'Kjenner ikke valget «{valg}». Se «vurdert --help».',
  'cli.what': 'Oppgi hva du vil ha forklart: en funnkode, en artikkel («art. 35 nr. 1»), en lov («barnevernsloven § 13-2»), et spørsmål («II.4.2») eller et begrep («profilering»).',
  'cli.written': 'Skrev rapporten til «{sti}».',
  'cli.written.diff': 'Skrev sammenligningen til «{sti}».',
  'cli.wrong-value': '«{verdi}» kan ikke brukes med «{valg}». Lovlige verdier: {lovlige}.',
} as const;
