// SPDX-License-Identifier: GPL-3.0-or-later
// Every data set of the shared folders is read, or refused for a stated reason, and what can be written comes back the
// same. Prints the list with its outcome.
#include "core/formats/export_dataset.h"
#include "core/formats/export_tally.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace boxwright;

namespace {

QString sharedRoot()
{
    return QDir::cleanPath(qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared"));
}

/// Folders (or files) that each hold one data set.
QStringList samples()
{
    const QDir shared(sharedRoot());
    QStringList paths;
    for (const QString &origin : {QStringLiteral("cvat-ai"), QStringLiteral("openvinotoolkit")}) {
        const QDir folder(shared.filePath(QStringLiteral("data/format-samples/") + origin));
        for (const QString &dataset : folder.entryList({QStringLiteral("*_dataset")}, QDir::Dirs)) {
            const QDir inside(folder.filePath(dataset));
            const bool isOne = !inside.entryList(QDir::Files).isEmpty() ||
                               inside.exists(QStringLiteral("Annotations")); // the old LabelMe's folders
            if (isOne)
                paths.append(inside.path());
            for (const QString &name : isOne ? QStringList() : inside.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                paths.append(inside.filePath(name));
        }
    }
    for (const char *path : {"data/sagemaker", "data/coco61", "data/bccd", "data/bees"})
        paths.append(shared.filePath(QLatin1String(path)));
    for (const char *path : {"reference/mxnet-files", "reference/mxnet/recordio"}) {
        const QDir folder(shared.filePath(QLatin1String(path)));
        for (const QString &name : folder.entryList({QStringLiteral("rec_*"), QStringLiteral("det_*"),
                                                     QStringLiteral("multipart_*"), QStringLiteral("scalar_*")},
                                                    QDir::Dirs))
            paths.append(folder.filePath(name));
    }
    return paths;
}

struct Outcome
{
    QString format;
    QString text;
    bool isRead = false;
    bool isRefusedWithReason = false;
    bool isBack = true; ///< the round trip, where there was one
};

/// Writes what was read in its own format and reads it again.
QString roundTrip(const DatasetFormat &format, const CollectingSink &read, const QString &folder, Outcome &outcome)
{
    ListSource source(read);
    WriteOptions options;
    options.to = folder + QStringLiteral("/out");
    const Result<ExportReport> report = exportDataset(format, options, source);
    if (!report) {
        const bool isEmpty = report.error().message.contains(QLatin1String("nothing to export"));
        outcome.isBack = isEmpty || read.labelCount() == 0;
        return QStringLiteral("not written: ") + report.error().message;
    }
    outcome.isBack = report->labels == read.labelCount();
    return QStringLiteral("round-trips (%1 images, %2 labels, %3 notes)")
        .arg(report->images)
        .arg(report->labels)
        .arg(report->notes.size());
}

Outcome tryOne(const QString &path)
{
    Outcome outcome;
    const Result<const DatasetFormat *> format = formatOf(path);
    if (!format) {
        outcome.format = QStringLiteral("-");
        outcome.text = QStringLiteral("refused: ") + format.error().message;
        outcome.isRefusedWithReason = !format.error().message.contains(QLatin1String("none of the known"));
        return outcome;
    }
    outcome.format = (*format)->id();
    QTemporaryDir folder;
    CollectingSink read;
    ReadOptions options;
    options.from = path;
    if (outcome.format == QLatin1String("recordio"))
        options.imageFolder = folder.filePath(QStringLiteral("images"));
    if (const Result<> done = (*format)->read(options, read); !done) {
        outcome.text = QStringLiteral("refused: ") + done.error().message;
        outcome.isRefusedWithReason = true;
        return outcome;
    }
    outcome.isRead = true;
    outcome.text = QStringLiteral("read (%1 images, %2 labels, %3 notes)")
                       .arg(read.images.size())
                       .arg(read.labelCount())
                       .arg(read.notes.size());
    if ((*format)->canWrite())
        outcome.text += QStringLiteral(", ") + roundTrip(**format, read, folder.path(), outcome);
    return outcome;
}

} // namespace

class FormatSamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsReadOrRefusedForAReason();
};

void FormatSamplesTest::everySampleIsReadOrRefusedForAReason()
{
    if (!QFileInfo::exists(sharedRoot() + QStringLiteral("/data")))
        QSKIP("../shared/data is not at hand");
    const QStringList paths = samples();
    QVERIFY(paths.size() > 50);
    QStringList unexplained;
    QStringList changed;
    int read = 0;
    for (const QString &path : paths) {
        const Outcome outcome = tryOne(path);
        const QString name = path.sliced(sharedRoot().size() + 1);
        std::printf("%-75s %-20s %s\n", qPrintable(name), qPrintable(outcome.format), qPrintable(outcome.text));
        read += outcome.isRead ? 1 : 0;
        if (!outcome.isRead && !outcome.isRefusedWithReason)
            unexplained.append(name);
        if (!outcome.isBack)
            changed.append(name);
    }
    std::printf("%d of %lld were read\n", read, static_cast<long long>(paths.size()));
    QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained.join(u'\n')));
    QVERIFY2(changed.isEmpty(), qPrintable(changed.join(u'\n')));
    QVERIFY(read >= 40);
}

QTEST_GUILESS_MAIN(FormatSamplesTest)
#include "format_samples_test.moc"
