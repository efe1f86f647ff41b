// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/import_dataset.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

FormatLabel formatLabel(int classIndex, const Box &box)
{
    FormatLabel label;
    label.classIndex = classIndex;
    label.box = box;
    return label;
}

FormatImage formatImage(const QString &path, std::vector<FormatLabel> labels)
{
    FormatImage image;
    image.source = path;
    image.path = path;
    image.size = {640, 480};
    image.labels = std::move(labels);
    return image;
}

/// A project in a folder of its own.
struct Fixture
{
    QTemporaryDir folder;
    std::unique_ptr<ProjectSession> session;

    Fixture()
    {
        auto made = ProjectSession::create(folder.filePath(QStringLiteral("p.boxwright")));
        if (made)
            session = std::move(*made);
    }

    [[nodiscard]] QString file(const QString &name) const { return session->folder() + QLatin1Char('/') + name; }
    [[nodiscard]] const Dataset &dataset() const { return session->dataset(); }
};

/// A format that says what it was told to say.
class ScriptedFormat : public DatasetFormat
{
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("scripted"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Scripted"); }
    [[nodiscard]] bool recognizes(const QString &) const override { return true; }
    Result<> read(const ReadOptions &options, FormatSink &sink) const override
    {
        if (options.from.isEmpty())
            return failure(QStringLiteral("nothing to read"));
        if (const Result<> done = sink.classes({QStringLiteral("bee"), QStringLiteral("wasp")}); !done)
            return done;
        sink.note({QStringLiteral("degenerate-box"), QStringLiteral("a.xml: object 2 has no area")});
        return sink.image(formatImage(options.from, {formatLabel(1, {1, 2, 3, 4})}));
    }
};

} // namespace

class ImportDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadersAnswerBecomesAPlan();
    void anImportIsOneStep();
    void importingTwiceChangesNothing();
    void equalBoxesOfOneFileAreAllKept();
    void entriesOfTheSameImageAreMerged();
    void imagesOfTheProjectGetWhatTheyDoNotHave();
    void splitsOfThePlanAndOfThePerson();
    void badBoxesAreLeftOutWithANote_data();
    void badBoxesAreLeftOutWithANote();
    void anImageThatWasNotFoundComesWithAProblem_data();
    void anImageThatWasNotFoundComesWithAProblem();
    void uncheckedBoxesBecomeSuggestions();
    void newClassesGetColorsAndHotkeysInOrder();
    void aReadOnlyProjectRefuses();
};

void ImportDatasetTest::aReadersAnswerBecomesAPlan()
{
    ReadOptions options;
    QVERIFY(!readImport(ScriptedFormat(), options));
    options.from = QStringLiteral("/a.jpg");
    const Result<ImportPlan> plan = readImport(ScriptedFormat(), options);
    QVERIFY(plan);
    QCOMPARE(plan->formatId, QStringLiteral("scripted"));
    QCOMPARE(plan->classes, (QStringList{QStringLiteral("bee"), QStringLiteral("wasp")}));
    QCOMPARE(plan->images.size(), 1U);
    QCOMPARE(plan->notes.size(), 1);
}

void ImportDatasetTest::anImportIsOneStep()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    FormatImage image = formatImage(fixture.file(QStringLiteral("images/a.jpg")), {formatLabel(0, {1, 2, 3.5, 4})});
    image.state = ReviewState::Reviewed;
    image.extra = QStringLiteral("{\"folder\": \"x\"}");
    image.labels[0].confidence = 0.5;
    image.labels[0].flags = LabelFlag::Truncated;
    image.labels[0].extra = QStringLiteral("{\"pose\": \"up\"}");
    const auto report =
        applyImport(*fixture.session, {QStringLiteral("voc"), {QStringLiteral("bee")}, {image}, {}}, std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->images, 1);
    QCOMPARE(report->labels, 1);
    QCOMPARE(report->newClasses, QStringList{QStringLiteral("bee")});
    QCOMPARE(fixture.dataset().imageCount(), 1);
    const ImageRecord &record = fixture.dataset().imageAt(0);
    QCOMPARE(record.info.path, QStringLiteral("images/a.jpg"));
    QCOMPARE(record.info.size, QSize(640, 480));
    QVERIFY(record.info.state == ReviewState::Reviewed);
    QCOMPARE(record.info.extra, image.extra);
    const Label &label = record.labels.first();
    QVERIFY(label.origin == Origin::Import);
    QCOMPARE(label.originDetail, QStringLiteral("voc"));
    QCOMPARE(label.confidence, 0.5);
    QCOMPARE(label.extra, image.labels[0].extra);
    QVERIFY(label.flags == LabelFlag::Truncated);

    QCOMPARE(fixture.session->document().undoStack().count(), 1);
    fixture.session->document().undoStack().undo();
    QCOMPARE(fixture.dataset().imageCount(), 0);
    QVERIFY(fixture.dataset().classes().isEmpty());
}

void ImportDatasetTest::importingTwiceChangesNothing()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    const ImportPlan plan{QStringLiteral("voc"),
                          {QStringLiteral("bee")},
                          {formatImage(fixture.file(QStringLiteral("a.jpg")), {formatLabel(0, {1, 2, 3, 4})})},
                          {}};
    QVERIFY(applyImport(*fixture.session, plan, std::nullopt));
    const auto report = applyImport(*fixture.session, plan, std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->images, 0);
    QCOMPARE(report->merged, 0);
    QCOMPARE(report->labels, 0);
    QVERIFY(report->newClasses.isEmpty());
    QCOMPARE(fixture.dataset().labelCount(), 1);
    QCOMPARE(fixture.session->document().undoStack().count(), 1);
}

void ImportDatasetTest::equalBoxesOfOneFileAreAllKept()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    const FormatLabel label = formatLabel(0, {1, 2, 3, 4});
    QVERIFY(applyImport(*fixture.session,
                        {QStringLiteral("voc"),
                         {QStringLiteral("bee")},
                         {formatImage(fixture.file(QStringLiteral("a.jpg")), {label, label})},
                         {}},
                        std::nullopt));
    QCOMPARE(fixture.dataset().labelCount(), 2);
}

void ImportDatasetTest::entriesOfTheSameImageAreMerged()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    const QString path = fixture.file(QStringLiteral("a.jpg"));
    const auto report = applyImport(
        *fixture.session,
        {QStringLiteral("manifest"),
         {QStringLiteral("bee")},
         {formatImage(path, {formatLabel(0, {1, 2, 3, 4})}), formatImage(path, {formatLabel(0, {5, 6, 7, 8})})},
         {}},
        std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->images, 1);
    QCOMPARE(fixture.dataset().imageCount(), 1);
    QCOMPARE(fixture.dataset().labelCount(), 2);
}

void ImportDatasetTest::imagesOfTheProjectGetWhatTheyDoNotHave()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    const QString path = fixture.file(QStringLiteral("a.jpg"));
    FormatImage empty = formatImage(path, {});
    empty.state = ReviewState::Empty;
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("voc"), {}, {empty}, {}}, std::nullopt));
    QVERIFY(fixture.dataset().imageAt(0).info.state == ReviewState::Empty);

    const auto report = applyImport(
        *fixture.session,
        {QStringLiteral("voc"), {QStringLiteral("bee")}, {formatImage(path, {formatLabel(0, {1, 2, 3, 4})})}, {}},
        std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->images, 0);
    QCOMPARE(report->merged, 1);
    QCOMPARE(fixture.dataset().labelCount(), 1);
    QVERIFY(fixture.dataset().imageAt(0).info.state == ReviewState::NotYet); // it is not empty after all
}

void ImportDatasetTest::splitsOfThePlanAndOfThePerson()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    FormatImage a = formatImage(fixture.file(QStringLiteral("a.jpg")), {});
    a.split = Split::Test;
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("voc"), {}, {a}, {}}, std::nullopt));
    QVERIFY(fixture.dataset().imageAt(0).info.split == Split::Test);
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("voc"), {}, {a}, {}}, Split::Validation));
    QVERIFY(fixture.dataset().imageAt(0).info.split == Split::Validation);
    // A split that the project has is not changed by a file alone.
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("voc"), {}, {a}, {}}, std::nullopt));
    QVERIFY(fixture.dataset().imageAt(0).info.split == Split::Validation);
}

void ImportDatasetTest::badBoxesAreLeftOutWithANote_data()
{
    QTest::addColumn<int>("classIndex");
    QTest::addColumn<double>("right");
    QTest::addColumn<QString>("kind");
    QTest::newRow("no width") << 0 << 1.0 << QStringLiteral("degenerate-box");
    QTest::newRow("not a number") << 0 << qQNaN() << QStringLiteral("degenerate-box");
    QTest::newRow("endless") << 0 << qInf() << QStringLiteral("degenerate-box");
    QTest::newRow("class beyond the list") << 7 << 3.0 << QStringLiteral("no-class");
    QTest::newRow("negative class") << -1 << 3.0 << QStringLiteral("no-class");
    QTest::newRow("class without a name") << 1 << 3.0 << QStringLiteral("no-class");
}

void ImportDatasetTest::badBoxesAreLeftOutWithANote()
{
    QFETCH(int, classIndex);
    QFETCH(double, right);
    QFETCH(QString, kind);
    Fixture fixture;
    QVERIFY(fixture.session);
    const auto report =
        applyImport(*fixture.session,
                    {QStringLiteral("voc"),
                     {QStringLiteral("bee"), QStringLiteral("  ")},
                     {formatImage(fixture.file(QStringLiteral("a.jpg")),
                                  {formatLabel(0, {1, 2, 3, 4}), formatLabel(classIndex, {1, 2, right, 4})})},
                     {}},
                    std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->labels, 1);
    QCOMPARE(report->notes.size(), 1);
    QCOMPARE(report->notes[0].kind, kind);
    QVERIFY(report->notes[0].text.contains(QStringLiteral("a.jpg")));
    QCOMPARE(fixture.dataset().labelCount(), 1);
    QCOMPARE(fixture.dataset().classNames(), QStringList{QStringLiteral("bee")});
}

void ImportDatasetTest::anImageThatWasNotFoundComesWithAProblem_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("path");
    QTest::newRow("bucket") << QStringLiteral("s3://bucket/bees/a.jpg") << QStringLiteral("bees/a.jpg");
    QTest::newRow("name") << QStringLiteral("a.jpg") << QStringLiteral("a.jpg");
    QTest::newRow("absolute") << QStringLiteral("/data/a.jpg") << QStringLiteral("data/a.jpg");
    QTest::newRow("above") << QStringLiteral("../../x/../a.jpg") << QStringLiteral("x/a.jpg");
    QTest::newRow("windows") << QStringLiteral("C:\\data\\a.jpg") << QStringLiteral("data/a.jpg");
    QTest::newRow("file address") << QStringLiteral("file:///etc/passwd") << QStringLiteral("etc/passwd");
    QTest::newRow("only dots") << QStringLiteral("../..") << QStringLiteral("image");
    QTest::newRow("bucket alone") << QStringLiteral("s3://bucket") << QStringLiteral("bucket");
}

void ImportDatasetTest::anImageThatWasNotFoundComesWithAProblem()
{
    QFETCH(QString, source);
    QFETCH(QString, path);
    Fixture fixture;
    QVERIFY(fixture.session);
    FormatImage image = formatImage({}, {formatLabel(0, {1, 2, 3, 4})});
    image.source = source;
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("manifest"), {QStringLiteral("bee")}, {image}, {}},
                        std::nullopt));
    const ImageInfo &info = fixture.dataset().imageAt(0).info;
    QCOMPARE(info.path, path);
    QVERIFY(info.problem.contains(source));
}

void ImportDatasetTest::uncheckedBoxesBecomeSuggestions()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    FormatLabel label = formatLabel(0, {1, 2, 3, 4});
    label.isSuggestion = true;
    label.confidence = 0.75;
    const ImportPlan plan{QStringLiteral("manifest"),
                          {QStringLiteral("bee")},
                          {formatImage(fixture.file(QStringLiteral("a.jpg")), {label})},
                          {}};
    const auto report = applyImport(*fixture.session, plan, std::nullopt);
    QVERIFY(report);
    QCOMPARE(report->suggestions, 1);
    QCOMPARE(fixture.dataset().labelCount(), 0);
    QCOMPARE(fixture.dataset().imageAt(0).suggestions.first().confidence, 0.75);
    QVERIFY(applyImport(*fixture.session, plan, std::nullopt));
    QCOMPARE(fixture.dataset().imageAt(0).suggestions.size(), 1);
}

void ImportDatasetTest::newClassesGetColorsAndHotkeysInOrder()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    QStringList names;
    for (int i = 0; i < 30; ++i)
        names.append(QStringLiteral("class %1").arg(i));
    QVERIFY(applyImport(*fixture.session, {QStringLiteral("voc"), names, {}, {}}, std::nullopt));
    const QList<LabelClass> &classes = fixture.dataset().classes();
    QCOMPARE(fixture.dataset().classNames(), names);
    QSet<QRgb> colors;
    for (int i = 0; i < classes.size(); ++i) {
        QCOMPARE(classes[i].position, i);
        QCOMPARE(classes[i].hotkey, i < 20 ? i + 1 : 0);
        colors.insert(classes[i].color.rgb());
    }
    QCOMPARE(colors.size(), classes.size());
    QCOMPARE(classes[0].color, QColor(0x56, 0xb4, 0xe9));
}

void ImportDatasetTest::aReadOnlyProjectRefuses()
{
    Fixture fixture;
    QVERIFY(fixture.session);
    const auto second = ProjectSession::open(fixture.session->path());
    QVERIFY(second);
    const auto report = applyImport(**second, {QStringLiteral("voc"), {QStringLiteral("bee")}, {}, {}}, std::nullopt);
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(QStringLiteral("p.boxwright")));
}

QTEST_GUILESS_MAIN(ImportDatasetTest)
#include "import_dataset_test.moc"
