// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_dataset.h"

#include "core/formats/dataset_source.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace boxwright;

namespace {

/// A photo that is one; all are different.
QByteArray photo(QSize size, std::size_t number)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(40 * static_cast<int>(number), 100, 50));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg");
    return bytes;
}

/// Three labelled images with files, and one without labels.
std::vector<FormatImage> images(const QString &photos)
{
    std::vector<FormatImage> list(4);
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i].source = QStringLiteral("%1.jpg").arg(i);
        list[i].path = photos + QStringLiteral("/day1/") + list[i].source;
        list[i].size = {100, 80};
        list[i].split = i == 1 ? Split::Validation : Split::Train;
        if (i < 3)
            list[i].labels.push_back({static_cast<int>(i % 2), {0.1, 2, 0.3 + double(i), 33.3}, {}, -1, false, {}});
        putFile(list[i].path, photo(list[i].size, i));
    }
    return list;
}

/// A format that writes as the manifest does and then breaks what it wrote.
class BreakingFormat : public DatasetFormat
{
public:
    enum class Break
    {
        ABox,
        AClass,
        AnImage,
        TheSyntax
    };
    explicit BreakingFormat(Break what)
        : m_what(what)
    {
    }
    [[nodiscard]] QString id() const override { return QStringLiteral("breaking"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Breaking"); }
    [[nodiscard]] bool canWrite() const override { return true; }
    [[nodiscard]] bool recognizes(const QString &) const override { return false; }
    Result<> read(const ReadOptions &options, FormatSink &sink) const override
    {
        return manifest().read(options, sink);
    }
    Result<WriteSummary> write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const override
    {
        Result<WriteSummary> summary = manifest().write(options, source, notes);
        const QString path = options.to + QStringLiteral("/train.manifest");
        QByteArray bytes = fileBytes(path);
        if (m_what == Break::ABox)
            bytes.replace("\"top\":2", "\"top\":3");
        else if (m_what == Break::AClass)
            bytes.replace("dog", "cat");
        else if (m_what == Break::AnImage)
            bytes = bytes.left(bytes.indexOf('\n') + 1);
        else
            bytes.chop(10);
        putFile(path, bytes);
        return summary;
    }

private:
    static const DatasetFormat &manifest() { return *datasetFormat(QStringLiteral("augmented-manifest")); }
    Break m_what;
};

} // namespace

class ExportDatasetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyWritableFormatReadsBack_data();
    void everyWritableFormatReadsBack();
    void manyImagesOfOneNameReadBack_data();
    void manyImagesOfOneNameReadBack();
    void aNewExportReplacesTheOldOne();
    void foreignFilesAreNeverRemoved();
    void aBrokenWriterIsCaught_data();
    void aBrokenWriterIsCaught();
    void aCancelledExportLeavesTheOldOne();
    void aFullDiskLeavesTheOldOne();
    void anUnwritableTargetIsAMessage();
    void nothingToExportIsAMessage();
    void suggestionsNeverLeave();
    void theSelectionChoosesImages();

private:
    /// The files of the target folder and whether anything else lies beside it.
    [[nodiscard]] QStringList beside() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QString target() const { return m_folder->filePath(QStringLiteral("out")); }
    [[nodiscard]] WriteOptions options() const;
    [[nodiscard]] ListSource source() const
    {
        return {{QStringLiteral("dog"), QStringLiteral("cat")}, images(m_photos->path())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_photos;
};

void ExportDatasetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_photos = std::make_unique<QTemporaryDir>();
}

WriteOptions ExportDatasetTest::options() const
{
    WriteOptions options;
    options.to = target();
    return options;
}

void ExportDatasetTest::everyWritableFormatReadsBack_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("copy");
    for (const auto &format : datasetFormats()) {
        if (!format->canWrite())
            continue;
        QTest::addRow("%s", qPrintable(format->id())) << format->id() << false;
        QTest::addRow("%s with images", qPrintable(format->id())) << format->id() << true;
    }
}

void ExportDatasetTest::everyWritableFormatReadsBack()
{
    QFETCH(QString, id);
    QFETCH(bool, copy);
    WriteOptions options = this->options();
    options.copyImages = copy;
    ListSource source = this->source();
    const DatasetFormat &format = *datasetFormat(id);
    const Result<ExportReport> report = exportDataset(format, options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    const bool hasUnlabelled = format.abilities().hasUnlabelledImages;
    QCOMPARE(report->images, hasUnlabelled ? 4 : 3);
    QCOMPARE(report->labels, 3);
    QCOMPARE(report->folder, target());
    const bool isTold = std::any_of(report->notes.begin(), report->notes.end(), [](const FormatNote &note) {
        return note.kind == QLatin1String("not-carried") && note.text.contains(QLatin1String("3.jpg"));
    });
    QCOMPARE(isTold, !hasUnlabelled);
    QCOMPARE(beside(), QStringList{QStringLiteral("out")});
    QVERIFY(recognizeFormat(target()) == &format);

    CollectingSink read;
    ReadOptions reading;
    reading.from = target();
    reading.imageFolder = copy ? QString() : m_photos->path();
    QVERIFY(format.read(reading, read).has_value());
    QVERIFY2(read.notes.isEmpty(), qPrintable(read.notes.value(0).text));
    for (const FormatImage &image : read.images)
        QVERIFY(image.path.startsWith(copy ? target() : m_photos->path()));
}

void ExportDatasetTest::manyImagesOfOneNameReadBack_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"voc", "labelme", "yolo", "kitti", "coco", "csv", "augmented-manifest"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

/// Frames of videos that are not on this machine, and a spelling without any file name.
void ExportDatasetTest::manyImagesOfOneNameReadBack()
{
    QFETCH(QString, id);
    std::vector<FormatImage> images(1'500);
    for (std::size_t i = 0; i < images.size(); ++i) {
        images[i].source = QStringLiteral("s3://bucket/video%1/frame.jpg").arg(i);
        images[i].size = {100, 80};
        images[i].labels.push_back({0, {1, 2, 10.0 + static_cast<double>(i % 50), 40}, {}, -1, false, {}});
    }
    if (id != QLatin1String("augmented-manifest")) // its images are addresses
        images[7].source = QStringLiteral("s3://bucket/video7/");
    ListSource list({QStringLiteral("dog")}, images);
    WriteOptions write;
    write.to = target();
    const Result<ExportReport> report = exportDataset(*datasetFormat(id), write, list);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QCOMPARE(report->images, 1'500);
}

void ExportDatasetTest::aNewExportReplacesTheOldOne()
{
    const DatasetFormat &json = *datasetFormat(QStringLiteral("sagemaker-json"));
    const DatasetFormat &manifest = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource source = this->source();
    QVERIFY(exportDataset(json, options(), source).has_value());
    QVERIFY(exportDataset(manifest, options(), source).has_value());
    QVERIFY(!QFileInfo::exists(target() + QStringLiteral("/train_annotation")));
    QVERIFY(QFileInfo::exists(target() + QStringLiteral("/train.manifest")));
    QCOMPARE(beside(), QStringList{QStringLiteral("out")});
}

void ExportDatasetTest::foreignFilesAreNeverRemoved()
{
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource source = this->source();
    QVERIFY(QDir().mkpath(target())); // an empty folder may be taken
    QVERIFY(exportDataset(format, options(), source).has_value());
    QVERIFY(putFile(target() + QStringLiteral("/images/my holiday.jpg"), "x"));
    const Result<ExportReport> refused = exportDataset(format, options(), source);
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.contains(QLatin1String("my holiday.jpg")), qPrintable(refused.error().message));
    QVERIFY(QFileInfo::exists(target() + QStringLiteral("/images/my holiday.jpg")));
    QCOMPARE(beside(), QStringList{QStringLiteral("out")});
}

void ExportDatasetTest::aBrokenWriterIsCaught_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("a box") << int(BreakingFormat::Break::ABox);
    QTest::newRow("a class") << int(BreakingFormat::Break::AClass);
    QTest::newRow("an image") << int(BreakingFormat::Break::AnImage);
    QTest::newRow("the syntax") << int(BreakingFormat::Break::TheSyntax);
}

void ExportDatasetTest::aBrokenWriterIsCaught()
{
    QFETCH(int, what);
    ListSource source = this->source();
    const Result<ExportReport> report = exportDataset(BreakingFormat(BreakingFormat::Break(what)), options(), source);
    QVERIFY(!report.has_value());
    QVERIFY(!report.error().message.isEmpty());
    QVERIFY(beside().isEmpty());
}

void ExportDatasetTest::aCancelledExportLeavesTheOldOne()
{
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource first = source();
    QVERIFY(exportDataset(format, options(), first).has_value());
    const QByteArray before = fileBytes(target() + QStringLiteral("/train.manifest"));
    ListSource second = source();
    second.cancelAt = 2;
    WriteOptions options = this->options();
    options.cancel = second.cancel;
    options.s3Prefix = QStringLiteral("s3://other");
    QVERIFY(!exportDataset(format, options, second).has_value());
    QCOMPARE(fileBytes(target() + QStringLiteral("/train.manifest")), before);
    QCOMPARE(beside(), QStringList{QStringLiteral("out")});
}

void ExportDatasetTest::aFullDiskLeavesTheOldOne()
{
#ifdef Q_OS_UNIX
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource source = this->source();
    QVERIFY(exportDataset(format, options(), source).has_value());
    const QByteArray before = fileBytes(target() + QStringLiteral("/train.manifest"));
    // No file may grow beyond 100 bytes: writing fails as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tiny{100, old.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const Result<ExportReport> report = exportDataset(format, options(), source);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(!report.has_value());
    QVERIFY2(report.error().message.contains(QLatin1String("could not be written")),
             qPrintable(report.error().message));
    QCOMPARE(fileBytes(target() + QStringLiteral("/train.manifest")), before);
    QCOMPARE(beside(), QStringList{QStringLiteral("out")});
#else
    QSKIP("limits of file sizes are a matter of Unix");
#endif
}

void ExportDatasetTest::anUnwritableTargetIsAMessage()
{
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource source = this->source();
    QVERIFY(putFile(m_folder->filePath(QStringLiteral("file")), "x"));
    WriteOptions options = this->options();
    options.to = m_folder->filePath(QStringLiteral("file"));
    const Result<ExportReport> onFile = exportDataset(format, options, source);
    QVERIFY(!onFile && onFile.error().message.contains(options.to));
    options.to = m_folder->filePath(QStringLiteral("file/below"));
    QVERIFY(!exportDataset(format, options, source).has_value());
    QCOMPARE(fileBytes(m_folder->filePath(QStringLiteral("file"))), QByteArray("x"));
#ifdef Q_OS_UNIX
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const uid_t user = ::geteuid();
    if (user == 0) // the administrator may write everywhere: be somebody else for a moment
        QCOMPARE(::seteuid(65534), 0);
    const Result<ExportReport> readOnly = exportDataset(format, this->options(), source);
    QCOMPARE(::seteuid(user), 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!readOnly.has_value());
    QVERIFY2(readOnly.error().message.contains(m_folder->path()), qPrintable(readOnly.error().message));
#endif
}

void ExportDatasetTest::nothingToExportIsAMessage()
{
    const DatasetFormat &format = *datasetFormat(QStringLiteral("augmented-manifest"));
    ListSource none({QStringLiteral("dog")}, {});
    QVERIFY(!exportDataset(format, options(), none).has_value());
    ListSource unlabelled({QStringLiteral("dog")}, {images(m_photos->path())[3]});
    const Result<ExportReport> report = exportDataset(format, options(), unlabelled);
    QVERIFY(!report && report.error().message.contains(QLatin1String("nothing to export")));
    QVERIFY(beside().isEmpty());
}

void ExportDatasetTest::suggestionsNeverLeave()
{
    LabelClass dog;
    dog.id = ClassId{9};
    dog.name = QStringLiteral("dog");
    ImageRecord record;
    record.info.id = ImageId{1};
    record.info.path = QStringLiteral("photos/a.jpg");
    record.suggestions.append({SuggestionId{2}, ClassId{9}, {1, 1, 5, 5}, 0.9, QStringLiteral("run")});
    DatasetSource source(Dataset({dog}, {record}), QStringLiteral("/project"), {});
    const std::optional<FormatImage> image = source.next();
    QVERIFY(image && image->labels.empty());
    QCOMPARE(image->path, QStringLiteral("/project/photos/a.jpg"));
    QVERIFY(!source.next());
}

void ExportDatasetTest::theSelectionChoosesImages()
{
    std::vector<ImageRecord> records(4);
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].info.id = ImageId{qint64(i) + 1};
        records[i].info.path = QString::number(i);
    }
    records[1].info.split = Split::Test;
    records[2].info.state = ReviewState::Reviewed;
    records[3].info.state = ReviewState::Empty;
    const Dataset dataset({}, records);
    const auto count = [&](const ExportSelection &selection) {
        return DatasetSource(dataset, {}, selection).imageCount();
    };
    QCOMPARE(count({}), 4);
    QCOMPARE(count({Split::Test, false, true}), 1);
    QCOMPARE(count({std::nullopt, true, true}), 2);
    QCOMPARE(count({std::nullopt, true, false}), 1);
}

QTEST_GUILESS_MAIN(ExportDatasetTest)
#include "export_dataset_test.moc"
