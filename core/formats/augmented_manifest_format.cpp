// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/augmented_manifest_format.h"

#include "core/base/json_cursor.h"
#include "core/formats/image_locator.h"
#include "core/formats/manifest_lines.h"
#include "core/formats/manifest_writer.h"
#include "core/formats/reading.h"
#include "core/formats/sagemaker_images.h"
#include "core/imaging/natural_order.h"

#include <QByteArrayMatcher>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AugmentedManifest)
};

constexpr QByteArrayView kClassMap("\"class-map\"");
constexpr qsizetype kSeenMaps = 100'000; ///< bounds memory where every line has another
constexpr int kHopelessLines = 20;       ///< so many bad lines without a good one, and the file is no manifest

struct ManifestFile
{
    QString path;
    Split split = Split::None;

    [[nodiscard]] QString shownName() const { return QFileInfo(path).fileName(); }
};

/// "train.manifest", "bees-validation.manifest", "val.jsonl": the first word that names a split decides.
Split splitOfName(const QString &fileName)
{
    const QString name = fileName.toLower();
    if (name.contains(QLatin1String("train")))
        return Split::Train;
    if (name.contains(QLatin1String("val")))
        return Split::Validation;
    return name.startsWith(QLatin1String("test")) || name.contains(QLatin1String("-test")) ||
                   name.contains(QLatin1String("_test"))
               ? Split::Test
               : Split::None;
}

/// Training images first, so that the order of a project is the same each time.
QList<ManifestFile> manifestFiles(const QString &from)
{
    const QFileInfo info(from);
    if (info.isFile())
        return {{info.absoluteFilePath(), splitOfName(info.fileName())}};
    QStringList names = QDir(from).entryList({QStringLiteral("*.manifest"), QStringLiteral("*.jsonl")}, QDir::Files);
    sortNaturally(names);
    QList<ManifestFile> files;
    for (const QString &name : names)
        files.append({QDir(from).absoluteFilePath(name), splitOfName(name)});
    const auto rank = [](Split split) { return split == Split::None ? 9 : static_cast<int>(split); };
    std::stable_sort(files.begin(), files.end(),
                     [&](const ManifestFile &a, const ManifestFile &b) { return rank(a.split) < rank(b.split); });
    return files;
}

Result<> openManifest(QFile &file)
{
    if (file.open(QIODevice::ReadOnly))
        return {};
    return failure(
        Text::tr("%1 could not be opened: %2").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

/// Collects the class names of all lines first, so that ids keep their order. Most lines repeat class-maps that were
/// seen: only new ones are parsed. Gives the number of lines.
class ClassCollector
{
public:
    explicit ClassCollector(Reading &reading)
        : m_reading(reading)
    {
    }

    Result<qint64> collect(const ManifestFile &manifest)
    {
        QFile file(manifest.path);
        if (Result<> opened = openManifest(file); !opened)
            return failure(opened.error());
        LineReader lines(file);
        while (const std::optional<QByteArrayView> line = lines.next()) {
            if (hasNewMap(*line))
                m_reading.classes().collect(manifestClassNames(*line));
            if (Result<> going = m_reading.advance(0, 0); !going)
                return failure(going.error());
        }
        return lines.number();
    }

private:
    bool hasNewMap(QByteArrayView line)
    {
        bool isNew = false;
        for (qsizetype at = m_key.indexIn(line); at >= 0; at = m_key.indexIn(line, at + kClassMap.size())) {
            const QByteArrayView rest = line.sliced(at + kClassMap.size());
            if (!m_last.isEmpty() && rest.startsWith(':') && rest.sliced(1).startsWith(m_last))
                continue;
            const QByteArrayView value = rest.trimmed();
            const QByteArrayView map = value.startsWith(':') ? JsonCursor(value.sliced(1)).skip() : QByteArrayView();
            if (m_seen.contains(QByteArray::fromRawData(map.data(), map.size())))
                continue;
            if (m_seen.size() == kSeenMaps)
                m_seen.clear();
            const QByteArray &seen = *m_seen.insert(map.toByteArray());
            if (seen.startsWith('{'))
                m_last = seen;
            isNew = true;
        }
        return isNew;
    }

    Reading &m_reading;
    const QByteArrayMatcher m_key{kClassMap};
    QSet<QByteArray> m_seen; ///< raw text
    QByteArray m_last;       ///< a whole object, so that what begins with it is it
};

/// How far a reading is, over all its files.
struct LineCount
{
    qint64 done = 0;
    qint64 total = 0;
};

/// One reading of one file.
class ManifestReader
{
public:
    ManifestReader(const ManifestFile &manifest, const ImageLocator &locator, LineCount &lines, Reading &reading)
        : m_manifest(manifest)
        , m_locator(locator)
        , m_lines(lines)
        , m_reading(reading)
    {
    }

    Result<> read()
    {
        QFile file(m_manifest.path);
        if (Result<> opened = openManifest(file); !opened)
            return opened;
        ManifestLines lines(file, m_reading.keepsExtra() ? PlainManifestParser::Extra::Kept
                                                         : PlainManifestParser::Extra::LeftOut);
        while (lines.next()) {
            m_number = lines.number();
            if (lines.wasTooLong()) {
                if (Result<> told = tooLong(); !told)
                    return told;
            } else if (lines.entry()) {
                if (Result<> taken = take(*std::move(lines.entry())); !taken)
                    return taken;
            }
            if (Result<> going = m_reading.advance(++m_lines.done, m_lines.total); !going)
                return going;
        }
        return {};
    }

private:
    [[nodiscard]] QString where() const { return Text::tr("%1, line %2").arg(m_manifest.shownName()).arg(m_number); }

    Result<> tooLong() { return bad(Text::tr("%1 is longer than a manifest's line can be").arg(where())); }

    Result<> bad(const QString &text)
    {
        m_reading.note(QStringLiteral("bad-line"), text);
        if (++m_bad >= kHopelessLines && m_good == 0)
            return failure(m_reading.firstNote(QStringLiteral("bad-line")));
        return {};
    }

    Result<> take(ManifestLines::Entry entry)
    {
        if (!entry)
            return bad(Text::tr("%1: %2", "place, what is wrong there").arg(where(), entry.error().message));
        ++m_good;
        if (!entry->problems.isEmpty())
            tellProblems(*entry, where(), m_reading);
        FormatImage image = toFormatImage(*std::move(entry), m_reading);
        image.split = m_manifest.split;
        image.path = m_locator.locate(image.source);
        if (image.path.isEmpty())
            m_reading.noteWith(QStringLiteral("missing-image"),
                               [&] { return Text::tr("%1: the image %2 was not found").arg(where(), image.source); });
        return m_reading.deliver(std::move(image));
    }

    const ManifestFile &m_manifest;
    const ImageLocator &m_locator;
    LineCount &m_lines;
    Reading &m_reading;
    qint64 m_number = 0; ///< of the line
    qint64 m_good = 0;
    qint64 m_bad = 0;
};

} // namespace

QString AugmentedManifestFormat::id() const
{
    return QStringLiteral("augmented-manifest");
}

QString AugmentedManifestFormat::name() const
{
    return Text::tr("SageMaker augmented manifest");
}

FormatAbilities AugmentedManifestFormat::abilities() const
{
    FormatAbilities abilities;
    abilities.hasConfirmedEmpty = true;
    abilities.hasConfidences = true;
    abilities.extraKey = QStringLiteral("sagemaker");
    return abilities;
}

bool AugmentedManifestFormat::recognizes(const QString &path) const
{
    const QList<ManifestFile> files = manifestFiles(path);
    if (files.isEmpty())
        return false;
    QFile file(files.first().path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    LineReader lines(file);
    const std::optional<QByteArrayView> first = lines.next();
    return first && first->trimmed().startsWith('{') && parseManifestLine(*first).has_value();
}

Result<> AugmentedManifestFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    const QFileInfo from(options.from);
    const QString shownFrom = QDir::toNativeSeparators(options.from);
    if (Result<> there = checkPaths(options); !there)
        return there;
    const QList<ManifestFile> files = manifestFiles(options.from);
    if (files.isEmpty())
        return failure(Text::tr("%1 holds no manifest (*.manifest, *.jsonl)").arg(shownFrom));
    Reading reading(options, sink);
    LineCount lines;
    ClassCollector collector(reading);
    for (const ManifestFile &file : files) {
        const Result<qint64> collected = collector.collect(file);
        if (!collected)
            return failure(collected.error());
        lines.total += *collected;
    }
    reading.classes().sort();
    const ImageLocator locator(from.isDir() ? from.absoluteFilePath() : from.absolutePath(), options.imageFolder,
                               options.s3Prefix);
    for (const ManifestFile &file : files) {
        if (Result<> done = ManifestReader(file, locator, lines, reading).read(); !done)
            return done;
    }
    reading.finish();
    if (reading.imageCount() > 0)
        return {};
    const QString why = reading.firstNote(QStringLiteral("bad-line"));
    return failure(why.isEmpty() ? Text::tr("%1 is empty: it names no image").arg(shownFrom) : why);
}

Result<WriteSummary> AugmentedManifestFormat::write(const WriteOptions &options, FormatSource &source,
                                                    const NoteSink &notes) const
{
    return ManifestWriter(options, source, notes).write();
}

} // namespace boxwright
