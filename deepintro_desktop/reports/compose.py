"""From explanations to the chapters of a report."""

from collections.abc import Iterator

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.picture_view import view_words
from deepintro_desktop.core.report import ReportCase, ReportData
from deepintro_desktop.core.results import AnalysisResult, Feature
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.reports import pictures, words
from deepintro_desktop.reports.document import (
    Block,
    Bullets,
    Chapter,
    Column,
    Document,
    Facts,
    Figures,
    Section,
    Table,
    Text,
    Tone,
)


def compose(data: ReportData) -> Document:
    """Return the report as a document that can be written as HTML and as PDF."""
    n_cases = len(data.cases)
    chapters = [_chapter(case, index + 1 if n_cases > 1 else 0) for index, case in enumerate(data.cases)]
    first = data.cases[0].explanation
    subtitle = (
        _tr("{0} on {1}").format(first.network.name, first.image.name)
        if n_cases == 1
        else _tr("{0} explanations").format(n_cases)
    )
    return Document(
        title=_tr("Report: what a model looks at"),
        subtitle=subtitle,
        head=_head(data),
        chapters=(*chapters, _about(data)),
        footer=f"DeepIntro Desktop {data.version} · {_tr(words.DISCLAIMER)}",
        language=_tr("en"),  # translated: the code of the language
        paper=data.paper,
    )


def _head(data: ReportData) -> tuple[Block, ...]:
    facts: list[tuple[str, str]] = [(_tr("Report made"), words.moment(data.made))]
    if len(data.cases) > 1:
        facts += [
            (
                _tr("Explanation {0}").format(index + 1),
                _tr("{0} on {1}: {2}").format(
                    case.explanation.network.name, case.explanation.image.name, case.explanation.target.label
                ),
            )
            for index, case in enumerate(data.cases)
        ]
    blocks: list[Block] = [Facts(tuple(facts))]
    blocks += [Text(note, Tone.NOTE) for note in data.notes]
    comment = data.comment.strip()
    if comment:
        blocks.append(Text(_tr("Comment of the reader: {0}").format(comment), Tone.COMMENT))
    return tuple(blocks)


def _chapter(case: ReportCase, number: int) -> Chapter:
    of = case.explanation
    heading = of.image.name if not number else f"{number}. {of.image.name}"
    subtitle = _tr("What {0} looks at for “{1}”").format(of.network.name, of.target.label)
    parts = (_answer, _relevance, _features, _analysis, _settings, _origin)
    return Chapter(heading, subtitle, tuple(part(case) for part in parts))


def _answer(case: ReportCase) -> Section:
    of = case.explanation
    rows, marked = [], set()
    shown = list(of.prediction.top)
    if of.target.index not in {score.index for score in shown}:
        shown.append(of.target)
    for index, score in enumerate(shown):
        rows.append((score.label, words.percent(score.probability)))
        if score.index == of.target.index:
            marked.add(index)
    table = Table(
        _tr("The model's answer"),
        (Column(_tr("Class"), 3.0), Column(_tr("Probability"), 1.0, numbers=True)),
        tuple(rows),
        frozenset(marked),
    )
    explained = _tr("Explained is the class “{0}”; its row is marked.").format(of.target.label)
    patient: tuple[Block, ...] = (Text("\n".join(case.patient), Tone.NOTE),) if case.patient else ()
    facts = Facts(_facts(case))
    return Section(
        _tr("Picture and answer"), (*patient, facts, Figures(pictures.subject(case)), table, Text(explained))
    )


def _facts(case: ReportCase) -> tuple[tuple[str, str], ...]:
    image, network = case.explanation.image, case.explanation.network
    size = f"{image.kind}, {image.width} × {image.height}"
    facts = [
        (_tr("Picture"), f"{image.name} ({size})"),
        (_tr("Model"), f"{network.name} ({network.manifest.format}, {network.manifest.specification.text})"),
        (_tr("Computed"), words.moment(case.made)),
    ]
    seen = [
        said(image.facts[name]) for name in ("modality", "frames", "slice", "window") if name in image.facts
    ]
    if seen:
        facts.insert(1, (_tr("Seen as"), ", ".join(seen)))
    return tuple(facts)


def _relevance(case: ReportCase) -> Section:
    of = case.explanation
    found = of.features.with_shares(of.relevance.values_hw)
    blocks: list[Block] = [Figures(pictures.relevance(case))]
    n_features = len(found.features)
    if n_features:
        many = _tr("{0} features hold {1} of the relevance.")
        form = many if n_features > 1 else _tr("One feature holds {1} of the relevance.")
        blocks.append(Text(form.format(n_features, words.percent(found.relevance_share))))
    else:
        blocks.append(Text(_tr("No region is relevant enough to be a feature with these settings.")))
    ledger = of.relevance.ledger
    for warning in ledger.warnings if ledger else ():
        blocks.append(Text(said(warning), Tone.NOTE))
    return Section(_tr("What the model looks at"), tuple(blocks))


def _features(case: ReportCase) -> Section:
    of = case.explanation
    found = of.features.with_shares(of.relevance.values_hw)
    if not found.features:
        return Section(_tr("Features"), (Text(_tr("There is none.")),))
    carries = of.analysis is not None
    columns = [
        Column(_tr("No."), 0.5, numbers=True),
        Column(_tr("Name"), 2.0),
        Column(_tr("Relevance"), 1.0, numbers=True),
        Column(_tr("Pixels"), 0.8, numbers=True),
        Column(_tr("Place (x, y)"), 1.7, numbers=True),
        Column(_tr("Change alone"), 1.1, numbers=True),
        *((Column(_tr("Carries"), 1.1, numbers=True),) if carries else ()),
    ]
    rows = tuple(_feature(case, index, feature, carries) for index, feature in enumerate(found.features))
    texts = [
        _tr(
            "Place: columns and rows of the model's input, from the upper left corner. Change alone: "
            "percentage "
            "points of the probability of “{0}” when only this feature is occluded."
        ).format(of.target.label)
    ]
    if of.analysis is not None:
        exact = (
            _tr("Carries: its Shapley value in percentage points, exact.")
            if of.analysis.shapley_exact
            else _tr("Carries: its Shapley value in percentage points, estimated, with its standard error.")
        )
        texts.append(exact)
    return Section(_tr("Features"), (Table(_tr("Features"), tuple(columns), rows), Text(" ".join(texts))))


def _feature(case: ReportCase, index: int, feature: Feature, carries: bool) -> tuple[str, ...]:
    of = case.explanation
    x0, y0, x1, y1 = feature.box
    drop = of.alone_drops.get(feature.number)
    drawn = _tr("drawn by a person") if feature.drawn else ""
    name = ", ".join(part for part in (feature.name, drawn) if part)
    cells = (
        str(feature.number),
        name or "–",
        words.percent(feature.relevance),
        str(feature.n_pixels),
        f"{x0}–{x1 - 1}, {y0}–{y1 - 1}",
        "–" if drop is None else words.change(-drop),
    )
    return (*cells, _carried(of.analysis, index)) if carries and of.analysis else cells


def _carried(analysis: AnalysisResult, index: int) -> str:
    value = float(analysis.shapley[index])
    if value != value:
        return "–"
    error = float(analysis.shapley_error[index])
    text = words.change(value)
    return text if analysis.shapley_exact or error != error else f"{text} ± {100 * error:.1f}"


def _analysis(case: ReportCase) -> Section:
    heading = _tr("What if features were not there")
    analysis = case.explanation.analysis
    if analysis is None:
        missing = _tr("No analysis was made: the answers about sets of features are not in this report.")
        return Section(heading, (Text(missing, Tone.NOTE),))
    if not analysis.n_features:
        return Section(heading, (Text(_tr("Without features there is nothing to occlude.")),))
    original = _tr("Untouched, “{0}” has {1}.").format(
        case.explanation.target.label, words.percent(analysis.original_probability)
    )
    looked = _tr("{0} of {1} possible sets of features were evaluated.").format(
        analysis.n_evaluated, _count(analysis.n_subsets)
    )
    columns = (
        Column(_tr("Question"), 2.3),
        Column(_tr("Answer"), 1.5),
        Column(_tr("Probability then"), 1.0, numbers=True),
        Column(_tr("The model then says"), 1.5),
        Column(_tr("How sure"), 1.8),
        Column(_tr("With other fills"), 1.7),
    )
    rows = tuple(_answer_row(analysis, key) for key in words.ANSWERS)
    blocks: list[Block] = [Text(f"{original} {looked}"), Table(heading, columns, rows)]
    shown = pictures.answers(case)
    if shown:
        blocks.append(Figures(shown, across=4))
    return Section(heading, tuple(blocks))


def _answer_row(analysis: AnalysisResult, key: str) -> tuple[str, ...]:
    answer = getattr(analysis, key)
    spread = analysis.spread
    held = getattr(spread, key) if spread else None
    n_all = len(spread.repetitions) if spread else 0
    return (
        f"{_tr(words.TITLES[key])}\n{_tr(words.QUESTIONS[key])}",
        words.answer_set(key, answer),
        "–" if answer.probability is None else words.percent(answer.probability),
        answer.top.label if answer.top else "–",
        words.certainty(answer),
        words.spread(held, n_all) if spread else _tr("not tried"),
    )


def _count(number: int) -> str:
    if number < 10**9:
        return str(number)
    return f"{float(number):.1e}" if number.bit_length() < 1000 else _tr("countless")


def _settings(case: ReportCase) -> Section:
    budget, repeat = case.replay["budget"], case.replay["repeat"]
    return Section(_tr("Settings"), (Bullets(words.settings(case.explanation, budget, repeat)),))


def _origin(case: ReportCase) -> Section:
    of, origin = case.explanation, case.origin
    versions = origin.get("versions") or {}
    rows = [
        (_tr("Model, SHA-256"), of.network.manifest.sha256),
        (_tr("Converted model, SHA-256"), of.network.onnx_sha256),
        (_tr("Picture, SHA-256"), of.image.sha256),
        (_tr("Picture's view"), view_words(of.image.view)),
        (_tr("Method"), f"{METHOD_LABELS[of.relevance.method]} ({of.relevance.method})"),
        (_tr("Class"), f"{of.target.index} ({of.target.label})"),
        (_tr("Seed"), str(of.seed)),
        (_tr("Computed on"), words.machine(origin)),
        (_tr("Computed"), words.moment(case.made)),
        (_tr("Versions"), ", ".join(f"{name} {version}" for name, version in versions.items())),
    ]
    parity = of.network.manifest.parity
    if parity is not None:
        said = _tr("checked against {0}: largest difference {1:.1e}").format(
            parity.runtime, parity.max_abs_difference
        )
        rows.insert(2, (_tr("Conversion"), said))
    return Section(_tr("Where the numbers come from"), (Facts(tuple(rows), fixed=True),))


def _about(data: ReportData) -> Chapter:
    has_analysis = any(case.explanation.analysis is not None for case in data.cases)
    uses_lrp = any(case.explanation.relevance.method.startswith("lrp") for case in data.cases)
    again = _tr(
        "The folder of a report holds a file replay.json for each explanation. "
        "“deepintro explain --replay FILE” makes the same numbers from it."
    )
    sections = [
        Section(_tr("Limits of the method"), (Bullets(words.limits(has_analysis)),)),
        Section(_tr("Repeating it"), (Text(again),)),
    ]
    if uses_lrp:
        sections.append(Section(_tr("Patents"), (Text(_tr(words.PATENTS)),)))
    return Chapter(_tr("How to read this report"), "", tuple(sections), new_page=len(data.cases) > 1)


def all_texts(document: Document) -> Iterator[str]:
    """Yield every text of a document: what its letters are looked up by."""
    yield from (document.title, document.subtitle, document.footer)
    blocks = list(document.head)
    for chapter in document.chapters:
        yield from (chapter.heading, chapter.subtitle)
        for section in chapter.sections:
            yield section.heading
            blocks += section.blocks
    for block in blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Text):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.lines
    elif isinstance(block, Facts):
        for row in block.rows:
            yield from row
    elif isinstance(block, Table):
        yield from (column.name for column in block.columns)
        for cells in block.rows:
            yield from cells
    else:
        for figure in block.figures:
            yield from (figure.caption, figure.detail)


def _tr(text: str) -> str:
    return translate("Report", text)
