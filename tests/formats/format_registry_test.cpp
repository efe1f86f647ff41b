// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format_registry.h"

#include "tests/support/format_doubles.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class FormatRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasAnIdOfItsOwn();
    void realDataIsRecognized_data();
    void realDataIsRecognized();
    void noFormatTakesWhatIsNotThere();
};

void FormatRegistryTest::everyFormatHasAnIdOfItsOwn()
{
    QSet<QString> ids;
    for (const auto &format : datasetFormats()) {
        QVERIFY(!format->name().isEmpty());
        QVERIFY(datasetFormat(format->id()) == format.get());
        ids.insert(format->id());
    }
    QCOMPARE(static_cast<std::size_t>(ids.size()), datasetFormats().size());
    QVERIFY(!datasetFormat(QStringLiteral("no such format")));
}

void FormatRegistryTest::realDataIsRecognized_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("id");
    QTest::newRow("bccd") << QStringLiteral("bccd") << QStringLiteral("voc");
    QTest::newRow("bccd annotations") << QStringLiteral("bccd/Annotations") << QStringLiteral("voc");
    QTest::newRow("bees") << QStringLiteral("bees") << QStringLiteral("augmented-manifest");
    QTest::newRow("bees file") << QStringLiteral("bees/train.manifest") << QStringLiteral("augmented-manifest");
    QTest::newRow("photos only") << QStringLiteral("bees/images") << QString();
}

void FormatRegistryTest::realDataIsRecognized()
{
    QFETCH(QString, path);
    QFETCH(QString, id);
    const QString folder = sharedFolder(path);
    if (folder.isEmpty())
        QSKIP("../shared/data is not at hand");
    const DatasetFormat *format = recognizeFormat(folder);
    QCOMPARE(format ? format->id() : QString(), id);
}

void FormatRegistryTest::noFormatTakesWhatIsNotThere()
{
    QTemporaryDir folder;
    QVERIFY(!recognizeFormat(folder.path()));
    for (const auto &format : datasetFormats()) {
        CollectingSink sink;
        ReadOptions options;
        options.from = folder.filePath(QStringLiteral("nowhere"));
        const Result<> read = format->read(options, sink);
        QVERIFY2(!read && read.error().message.contains(QLatin1String("nowhere")), qPrintable(format->id()));
        if (format->id() == QLatin1String("recordio"))
            continue; // its image folder is where images are taken out to: it is made
        options.from = folder.path();
        options.imageFolder = folder.filePath(QStringLiteral("no photos"));
        const Result<> noImages = format->read(options, sink);
        QVERIFY2(!noImages && noImages.error().message.contains(QLatin1String("no photos")), qPrintable(format->id()));
    }
}

QTEST_GUILESS_MAIN(FormatRegistryTest)
#include "format_registry_test.moc"
