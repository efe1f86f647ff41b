// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_format.h"

#include "core/base/file_io.h"
#include "core/formats/export_paths.h"
#include "core/formats/reading.h"
#include "core/formats/yolo_layout.h"
#include "core/formats/yolo_line.h"
#include "core/formats/yolo_writer.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YoloFormat)
};

constexpr qint64 kMaxFileBytes = qint64{16} << 20;

/// One reading of one data set.
class YoloReader
{
public:
    YoloReader(const YoloLayout &layout, const ReadOptions &options, Reading &reading)
        : m_layout(layout)
        , m_options(options)
        , m_reading(reading)
    {
        for (const QString &name : layout.names())
            nameClass(name);
    }

    Result<> read()
    {
        const auto total = static_cast<qint64>(m_layout.entries().size());
        qint64 done = 0;
        for (const YoloEntry &entry : m_layout.entries()) {
            if (Result<> taken = take(entry); !taken)
                return taken;
            if (Result<> going = m_reading.advance(++done, total); !going)
                return going;
        }
        return {};
    }

private:
    Result<> take(const YoloEntry &entry)
    {
        FormatImage image;
        image.source = entry.source;
        image.path = entry.image;
        image.split = entry.split;
        image.size = sizeOf(entry);
        if (!image.size.isValid()) {
            m_reading.noteWith(QStringLiteral("missing-image"), [&] {
                return Text::tr("%1 was left out: YOLO's numbers are shares of the image, and the image was not found")
                    .arg(entry.source);
            });
            return {};
        }
        if (entry.labels.isEmpty())
            return m_reading.deliver(std::move(image));
        const Result<QByteArray> bytes = readFile(entry.labels, kMaxFileBytes);
        if (!bytes) {
            m_reading.note(QStringLiteral("bad-file"), bytes.error().message);
            return {};
        }
        const bool hasLines = takeLines(*bytes, QFileInfo(entry.labels).fileName(), image);
        if (!image.labels.empty())
            image.state = ReviewState::Reviewed;
        else if (!hasLines)
            image.state = ReviewState::Empty;
        return m_reading.deliver(std::move(image));
    }

    QSize sizeOf(const YoloEntry &entry) const
    {
        if (!entry.image.isEmpty()) {
            if (const Result<ImageHeader> header = readImageHeader(entry.image))
                return header->size;
        }
        QSize size;
        for (QString stem = withoutEnding(entry.source); m_options.sizeHint && !size.isValid() && !stem.isEmpty();
             stem = stem.contains(u'/') ? stem.section(u'/', 1) : QString()) // lists have folders in front
            size = m_options.sizeHint(stem);
        return size;
    }

    /// Whether the file had any line that is not empty.
    bool takeLines(const QByteArray &bytes, const QString &name, FormatImage &image)
    {
        bool hasLines = false;
        int number = 0;
        for (const QByteArray &raw : bytes.split('\n')) {
            ++number;
            const QByteArray line = raw.trimmed();
            const bool isHeader = line.startsWith("imagesource:") || line.startsWith("gsd:"); // DOTA's
            if (line.isEmpty() || isHeader)
                continue;
            hasLines = true;
            const auto where = [&] { return Text::tr("%1, line %2").arg(name).arg(number); };
            Result<YoloLine> parsed = parseYoloLine(line, image.size, m_layout.hasPoints());
            if (!parsed) {
                m_reading.note(QStringLiteral("bad-line"),
                               Text::tr("%1: %2", "place, what is wrong there").arg(where(), parsed.error().message));
                continue;
            }
            takeLabel(*std::move(parsed), where, image);
        }
        return hasLines;
    }

    template<class Where>
    void takeLabel(YoloLine line, Where where, FormatImage &image)
    {
        if (line.label.box.isEmpty()) {
            m_reading.noteWith(QStringLiteral("degenerate-box"), [&] {
                return Text::tr("%1 has no area: %2 x %3 pixels")
                    .arg(where())
                    .arg(line.label.box.width())
                    .arg(line.label.box.height());
            });
            return;
        }
        if (line.isShape)
            m_reading.noteWith(QStringLiteral("bounds"), [&] {
                return Text::tr("%1 is a polygon or a turned box: its bounds became the box").arg(where());
            });
        if (!line.className.isEmpty())
            line.label.classIndex = m_reading.classes().indexOf(line.className);
        while (m_reading.classes().names().size() <= line.label.classIndex)
            nameClass({});
        if (m_layout.hasPoints())
            m_reading.noteWith(QStringLiteral("key-points"),
                               [&] { return Text::tr("%1 has key points, which are not kept").arg(where()); });
        image.labels.push_back(std::move(line.label));
    }

    /// Gives the next index a name of its own, so that indexes stay the file's numbers.
    void nameClass(const QString &name)
    {
        ClassTable &classes = m_reading.classes();
        classes.append(name.isEmpty() ? QStringLiteral("class-%1").arg(classes.names().size()) : name);
    }

    const YoloLayout &m_layout;
    const ReadOptions &m_options;
    Reading &m_reading;
};

} // namespace

QString YoloFormat::id() const
{
    return QStringLiteral("yolo");
}

QString YoloFormat::name() const
{
    return Text::tr("YOLO (Ultralytics, Darknet)");
}

FormatAbilities YoloFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.hasUnlabelledImages = true;
    abilities.hasConfirmedEmpty = true;
    abilities.hasSizes = false;
    abilities.extraKey = QStringLiteral("yolo");
    abilities.pixelError = 1.1e-3; // a corner is made of two numbers of six decimals
    return abilities;
}

bool YoloFormat::recognizes(const QString &path) const
{
    return YoloLayout::recognizes(path);
}

Result<> YoloFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    Reading reading(options, sink);
    const Result<YoloLayout> layout =
        YoloLayout::find(options.from, options.imageFolder,
                         [&reading](const QString &kind, const QString &text) { reading.note(kind, text); });
    if (!layout)
        return failure(layout.error());
    if (Result<> read = YoloReader(*layout, options, reading).read(); !read)
        return read;
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    for (const char *kind : {"missing-image", "bad-file"}) {
        if (const QString why = reading.firstNote(QLatin1String(kind)); !why.isEmpty())
            return failure(why);
    }
    return failure(Text::tr("%1 names no image").arg(QDir::toNativeSeparators(options.from)));
}

Result<WriteSummary> YoloFormat::write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const
{
    return YoloWriter(options, source, notes).write();
}

} // namespace boxwright
