// SPDX-License-Identifier: GPL-3.0-or-later
// The fast way through plain lines gives what the full parser gives.
#include "core/sagemaker/plain_manifest_line.h"

#include "tests/support/format_doubles.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace boxwright;

namespace {

QList<QByteArray> linesOf(const QString &path)
{
    return fileBytes(path).split('\n');
}

QStringList sharedManifests()
{
    QStringList paths;
    for (const QString &name : {QStringLiteral("bees"), QStringLiteral("sagemaker")}) {
        const QDir folder(sharedFolder(name));
        if (folder.path() == QLatin1String("."))
            continue;
        for (const QString &file : folder.entryList({QStringLiteral("*.manifest")}))
            paths.append(folder.filePath(file));
    }
    return paths;
}

/// The first difference; empty for none. What is kept may be spelled differently, its value may not.
QString difference(const AnnotatedImage &a, const AnnotatedImage &b)
{
    const auto json = [](const QString &text) {
        return text.isEmpty() ? nlohmann::json() : nlohmann::json::parse(text.toStdString(), nullptr, false);
    };
    if (a.source != b.source || a.attribute != b.attribute || a.size != b.size)
        return QStringLiteral("source, attribute or size");
    if (a.classNames != b.classNames || a.isHumanAnnotated != b.isHumanAnnotated || !a.problems.isEmpty() ||
        !b.problems.isEmpty())
        return QStringLiteral("metadata");
    if (json(a.extra) != json(b.extra))
        return QStringLiteral("what is kept: ") + a.extra + QStringLiteral(" <> ") + b.extra;
    if (a.boxes.size() != b.boxes.size())
        return QStringLiteral("number of boxes");
    for (std::size_t i = 0; i < a.boxes.size(); ++i) {
        const AnnotatedBox &x = a.boxes[i];
        const AnnotatedBox &y = b.boxes[i];
        if (x.classId != y.classId || !(x.box == y.box) || x.confidence != y.confidence ||
            json(x.extra) != json(y.extra))
            return QStringLiteral("box %1").arg(i);
    }
    return {};
}

const QByteArray kLine =
    R"({"source-ref":"s3://b/a.jpg","color":"blue","bb":{"annotations":[{"class_id":0,"width":429,"top":681,"height":399.5,)"
    R"("left":608.0},{"class_id":3,"left":0.1,"top":0.2,"width":0.3,"height":1e1}],"image_size":[{"width":1920,"depth":3,)"
    R"("height":1080}]},"bb-metadata":{"job-name":"labeling-job/x","class-map":{"0":"storage box","3":"lid"},)"
    R"("human-annotated":"yes","objects":[{"confidence":0.09},{"confidence":1}],"type":"groundtruth/object-detection"}})";

} // namespace

class PlainManifestLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realLinesAreTheSameBothWays();
    void damagedLinesAreTheSameBothWays();
    void membersInAnyOrderAreTheSameBothWays();
    void aClassMapThatComesAgainIsTheSame();
    void aNameThatBeginsAsAFileMayBeginKeepsItsFirstLetter();
    void unusualLinesAreLeftToTheFullParser_data();
    void unusualLinesAreLeftToTheFullParser();
};

void PlainManifestLineTest::realLinesAreTheSameBothWays()
{
    const QStringList paths = sharedManifests();
    if (paths.isEmpty())
        QSKIP("../shared/data is not at hand");
    int plain = 0;
    int all = 0;
    for (const QString &path : paths) {
        for (const QByteArray &line : linesOf(path)) {
            if (line.isEmpty())
                continue;
            ++all;
            const std::optional<AnnotatedImage> fast = PlainManifestParser().parse(line);
            const Result<AnnotatedImage> full = parseManifestLineFully(line);
            QVERIFY2(full.has_value(), line.constData());
            if (!fast)
                continue;
            ++plain;
            const QString what = difference(*fast, *full);
            QVERIFY2(what.isEmpty(), qPrintable(what));
        }
    }
    QCOMPARE(all, 1310 + 200);
    QCOMPARE(plain, all); // Ground Truth's own lines all take the fast way
}

void PlainManifestLineTest::damagedLinesAreTheSameBothWays()
{
    QRandomGenerator random(11);
    const QByteArray letters("{}[]\",:0123456789.-eabm \\");
    int plain = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray line = kLine;
        const int damages = random.bounded(1, 3);
        for (int damage = 0; damage < damages; ++damage) {
            const qsizetype at = random.bounded(line.size());
            if (random.bounded(2) == 0)
                line[at] = letters[random.bounded(letters.size())];
            else
                line.remove(at, random.bounded(1, 6));
        }
        const std::optional<AnnotatedImage> fast = PlainManifestParser().parse(line);
        if (!fast)
            continue;
        ++plain;
        const Result<AnnotatedImage> full = parseManifestLineFully(line);
        QVERIFY2(full.has_value(), line.constData());
        const QString what = difference(*fast, *full);
        QVERIFY2(what.isEmpty(), qPrintable(what + u'\n' + QString::fromLatin1(line)));
    }
    QVERIFY(plain > 1000);
}

/// What is cut out of a line may stand first, last, between others or alone, with spaces or without.
void PlainManifestLineTest::membersInAnyOrderAreTheSameBothWays()
{
    QByteArrayList annotated{R"("annotations":[{"class_id":1,"left":1,"top":2,"width":3.0,"height":4}])",
                             R"("image_size":[{"depth":3,"width":10,"height":20}])", R"("a b":null)"};
    QByteArrayList metadata{R"("objects":[{"confidence":0.25}])", R"("class-map":{"1":"x, y}"})", R"("type":"t")"};
    std::sort(annotated.begin(), annotated.end());
    int plain = 0;
    do {
        for (const char *space : {"", " ", "\t "}) {
            for (qsizetype size = 1; size <= 3; ++size) {
                const QByteArray comma = QByteArray(space) + ',' + space;
                const auto object = [&](const QByteArrayList &members) {
                    return QByteArray("{") + space + members.first(size).join(comma) + space + '}';
                };
                QByteArrayList line{"\"source-ref\":\"a\"", "\"b\" :" + object(annotated),
                                    "\"b-metadata\": " + object(metadata), "\"n\":{}"};
                for (int turn = 0; turn < 4; ++turn) {
                    std::rotate(line.begin(), line.begin() + 1, line.end());
                    const QByteArray text = space + QByteArray("{") + line.join(comma) + space + '}';
                    const std::optional<AnnotatedImage> fast = PlainManifestParser().parse(text);
                    if (!fast)
                        continue;
                    ++plain;
                    const Result<AnnotatedImage> full = parseManifestLineFully(text);
                    QVERIFY2(full.has_value(), text.constData());
                    const QString what = difference(*fast, *full);
                    QVERIFY2(what.isEmpty(), qPrintable(what + u'\n' + QString::fromLatin1(text)));
                }
            }
        }
        std::next_permutation(metadata.begin(), metadata.end());
    } while (std::next_permutation(annotated.begin(), annotated.end()));
    QVERIFY(plain > 100);
}

void PlainManifestLineTest::aClassMapThatComesAgainIsTheSame()
{
    QByteArray other = kLine;
    other.replace("storage box", "crate");
    PlainManifestParser parser;
    for (const QByteArray &line : {kLine, other, kLine, other}) {
        const std::optional<AnnotatedImage> fast = parser.parse(line);
        QVERIFY(fast);
        const QString what = difference(*fast, *parseManifestLineFully(line));
        QVERIFY2(what.isEmpty(), qPrintable(what));
    }
}

/// U+FEFF is a mark only at the start of a file.
void PlainManifestLineTest::aNameThatBeginsAsAFileMayBeginKeepsItsFirstLetter()
{
    const QByteArray mark("\xef\xbb\xbf");
    QByteArray line = kLine;
    line.replace("lid", mark + "lid").replace("\"bb", "\"" + mark + "bb").replace("s3://", mark + "s3://");
    const std::optional<AnnotatedImage> fast = PlainManifestParser().parse(line);
    QVERIFY(fast);
    const Result<AnnotatedImage> full = parseManifestLineFully(line);
    QVERIFY(full);
    for (const AnnotatedImage &image : {*fast, *full}) {
        QCOMPARE(image.classNames.value(3), QChar(0xfeff) + QStringLiteral("lid"));
        QCOMPARE(image.attribute, QChar(0xfeff) + QStringLiteral("bb"));
        QVERIFY(image.source.startsWith(QChar(0xfeff)));
    }
}

void PlainManifestLineTest::unusualLinesAreLeftToTheFullParser_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("as it is") << QByteArray() << QByteArray();
    QTest::newRow("negative width") << QByteArray("429") << QByteArray("-429");
    QTest::newRow("text for a number") << QByteArray("681") << QByteArray("\"681\"");
    QTest::newRow("half a class") << QByteArray("\"class_id\":3") << QByteArray("\"class_id\":2.5");
    QTest::newRow("further key of a box") << QByteArray("\"top\":681") << QByteArray("\"top\":681,\"id\":7");
    QTest::newRow("escape in the address") << QByteArray("b/a.jpg") << QByteArray("b\\/a.jpg");
    QTest::newRow("two names alike") << QByteArray("lid") << QByteArray("storage box");
    QTest::newRow("too few confidences") << QByteArray(",{\"confidence\":1}") << QByteArray();
    QTest::newRow("second attribute") << QByteArray("\"color\":\"blue\"") << QByteArray("\"z\":{\"annotations\":[]}");
    QTest::newRow("no attribute") << QByteArray("\"annotations\"") << QByteArray("\"other\"");
    QTest::newRow("cut off") << QByteArray("}}") << QByteArray("}");
}

void PlainManifestLineTest::unusualLinesAreLeftToTheFullParser()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray line = kLine;
    if (!from.isEmpty()) {
        QVERIFY(line.contains(from));
        line.replace(line.indexOf(from), from.size(), to);
    }
    QCOMPARE(PlainManifestParser().parse(line).has_value(), from.isEmpty());
}

QTEST_GUILESS_MAIN(PlainManifestLineTest)
#include "plain_manifest_line_test.moc"
