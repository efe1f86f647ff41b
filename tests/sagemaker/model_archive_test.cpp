// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of models, those that Python's tarfile writes and those that nobody should.
#include "core/sagemaker/model_archive.h"
#include "core/sagemaker/model_artifact.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

/// One 512-byte header of the ustar format with what follows it.
QByteArray tarEntry(const QByteArray &name, char type, const QByteArray &content, const QByteArray &link = {})
{
    QByteArray header(512, '\0');
    const auto put = [&](qsizetype at, const QByteArray &text) { header.replace(at, text.size(), text); };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
    put(136, "00000000000");
    put(148, "        ");
    header[156] = type;
    put(157, link);
    put(257, QByteArray("ustar\0"
                        "00",
                        8));
    int sum = 0;
    for (const char byte : header)
        sum += uchar(byte);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    const qsizetype padding = (512 - content.size() % 512) % 512;
    return header + content + QByteArray(padding, '\0');
}

QByteArray tar(const QByteArrayList &entries)
{
    return entries.join() + QByteArray(1024, '\0');
}

} // namespace

class ModelArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileEntriesAreRefusedByName_data();
    void hostileEntriesAreRefusedByName();
    void whatIsNoArchiveIsSaid_data();
    void whatIsNoArchiveIsSaid();
    void aTruncatedArchiveIsNamed();
    void whatIsWrittenIsReadByPython();
    void missingAndAmbiguousFilesAreNamed_data();
    void missingAndAmbiguousFilesAreNamed();
    void hyperparametersAreReadAsTheyAreSpelled();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }

    QTemporaryDir m_folder;
};

void ModelArchiveTest::hostileEntriesAreRefusedByName_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("name");
    QTest::newRow("up") << tarEntry("../evil.params", '0', "x") << QStringLiteral("../evil.params");
    QTest::newRow("up inside") << tarEntry("a/../../evil", '0', "x") << QStringLiteral("a/../../evil");
    QTest::newRow("absolute") << tarEntry("/etc/evil", '0', "x") << QStringLiteral("/etc/evil");
    QTest::newRow("symlink") << tarEntry("model_algo_1-0000.params", '2', {}, "/etc/passwd")
                             << QStringLiteral("model_algo_1-0000.params");
    QTest::newRow("hard link") << tarEntry("a-symbol.json", '1', {}, "b-symbol.json")
                               << QStringLiteral("a-symbol.json");
    QTest::newRow("device") << tarEntry("dev", '3', {}) << QStringLiteral("dev");
    QTest::newRow("pipe") << tarEntry("pipe", '6', {}) << QStringLiteral("pipe");
}

void ModelArchiveTest::hostileEntriesAreRefusedByName()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, name);
    const QString path = write(QStringLiteral("hostile.tar"), tar({tarEntry("ok.txt", '0', "fine"), entry}));
    const auto files = readModelArchive(path, [](const QString &) { return true; });
    QVERIFY(!files.has_value());
    QVERIFY2(files.error().message.contains(name), qPrintable(files.error().message));
    QVERIFY2(files.error().message.contains(QLatin1String("hostile.tar")), qPrintable(files.error().message));
}

void ModelArchiveTest::whatIsNoArchiveIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no archive at all\n");
    QTest::newRow("broken gzip") << QByteArray("\x1f\x8b\x08\x00garbage", 12);
}

void ModelArchiveTest::whatIsNoArchiveIsSaid()
{
    QFETCH(QByteArray, content);
    const QString path = write(QStringLiteral("odd.tar.gz"), content);
    const Result<ModelArtifact> artifact = readModelArtifact(path);
    QVERIFY(!artifact.has_value());
    QVERIFY2(artifact.error().message.contains(QLatin1String("odd.tar.gz")), qPrintable(artifact.error().message));
}

void ModelArchiveTest::aTruncatedArchiveIsNamed()
{
    const QByteArray whole = tar({tarEntry("hyperparams.json", '0', QByteArray(5000, 'x'))});
    const QString path = write(QStringLiteral("cut.tar"), whole.left(2000));
    const auto files = readModelArchive(path, [](const QString &) { return true; });
    QVERIFY(!files.has_value());
    QVERIFY2(files.error().message.contains(QLatin1String("hyperparams.json")), qPrintable(files.error().message));
}

void ModelArchiveTest::whatIsWrittenIsReadByPython()
{
    const QString path = m_folder.filePath(QStringLiteral("made.tar.gz"));
    const std::vector<ArchivedFile> files{{QStringLiteral("hyperparams.json"), "{}"},
                                          {QStringLiteral("model_algo_1-0000.params"), QByteArray(100'000, 'p')}};
    QVERIFY(writeModelArchive(path, files, 1'530'000'000).has_value());
    QFile made(path);
    QVERIFY(made.open(QIODevice::ReadOnly));
    const QByteArray first = made.readAll();
    QVERIFY(writeModelArchive(path, files, 1'530'000'000).has_value());
    made.close();
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), first); // the same content, the same bytes

    const auto read =
        readModelArchive(path, [](const QString &name) { return name.endsWith(QLatin1String(".params")); });
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), size_t(1));
    QCOMPARE(read->front().content, QByteArray(100'000, 'p'));

    QProcess python;
    python.start(
        QStringLiteral("python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import sys,tarfile\nfor m in tarfile.open(sys.argv[1]): print(m.name, m.size, m.isfile())"),
         path});
    if (!python.waitForStarted())
        QSKIP("python3 is absent");
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput(),
             QByteArray("hyperparams.json 2 True\nmodel_algo_1-0000.params 100000 True\n"));
}

void ModelArchiveTest::missingAndAmbiguousFilesAreNamed_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no symbol") << QByteArrayList{"m-0000.params"} << QStringLiteral("-symbol.json");
    QTest::newRow("no params") << QByteArrayList{"m-symbol.json"} << QStringLiteral(".params");
    QTest::newRow("two symbols") << QByteArrayList{"a-symbol.json", "b-symbol.json", "a-0000.params"}
                                 << QStringLiteral("a-symbol.json, b-symbol.json");
    QTest::newRow("foreign params") << QByteArrayList{"m-symbol.json", "a-0000.params", "b-0000.params"}
                                    << QStringLiteral("a-0000.params, b-0000.params");
    QTest::newRow("twice") << QByteArrayList{"m-symbol.json", "x/m-symbol.json", "m-0000.params"}
                           << QStringLiteral("m-symbol.json twice");
    QTest::newRow("symbol is no graph") << QByteArrayList{"m-symbol.json", "m-0000.params"}
                                        << QStringLiteral("m-symbol.json");
}

void ModelArchiveTest::missingAndAmbiguousFilesAreNamed()
{
    QFETCH(QByteArrayList, names);
    QFETCH(QString, reason);
    QByteArrayList entries;
    for (const QByteArray &name : names)
        entries << tarEntry(name, '0', "nothing of use");
    const Result<ModelArtifact> artifact = readModelArtifact(write(QStringLiteral("m.tar"), tar(entries)));
    QVERIFY(!artifact.has_value());
    QVERIFY2(artifact.error().message.contains(reason), qPrintable(artifact.error().message));
}

void ModelArchiveTest::hyperparametersAreReadAsTheyAreSpelled()
{
    const auto values = parseArtifactHyperparameters(
        R"({"epochs": "30", "learning_rate": 0.0010, "early_stopping": false, "kv_store": ""})",
        QStringLiteral("h.json"));
    QVERIFY2(values.has_value(), qPrintable(values ? QString() : values.error().message));
    QCOMPARE((*values)[QStringLiteral("epochs")], QStringLiteral("30"));
    QCOMPARE((*values)[QStringLiteral("learning_rate")], QStringLiteral("0.0010"));
    QCOMPARE((*values)[QStringLiteral("early_stopping")], QStringLiteral("false"));
    QCOMPARE((*values)[QStringLiteral("kv_store")], QString());
    for (const char *broken : {"", "[]", "{\"a\": [1]}", "{\"a\": 1", "{\"a\": 1} x"}) {
        const auto refused = parseArtifactHyperparameters(broken, QStringLiteral("h.json"));
        QVERIFY2(!refused.has_value(), broken);
        QVERIFY(refused.error().message.contains(QLatin1String("h.json")));
    }
}

QTEST_GUILESS_MAIN(ModelArchiveTest)
#include "model_archive_test.moc"
