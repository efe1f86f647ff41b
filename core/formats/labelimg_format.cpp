// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelimg_format.h"

#include "core/base/file_io.h"
#include "core/formats/reading.h"
#include "core/formats/voc_format.h"
#include "core/formats/voc_writer.h"
#include "core/formats/yolo_format.h"
#include "core/formats/yolo_line.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelImgFormat)
};

constexpr const char *kClassList = "classes.txt";
constexpr qint64 kMaxFileBytes = qint64{16} << 20;
constexpr int kLookAt = 20; ///< files of a folder

/// What lies beside the images.
enum class Kind
{
    None,
    Xml,
    Text
};

/// Nullopt where the file has no line that is not empty.
std::optional<bool> holdsYolo(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, kMaxFileBytes);
    for (const QByteArray &line : bytes.value_or("?").split('\n')) {
        if (!line.trimmed().isEmpty())
            return line.simplified().count(' ') == 4 && parseYoloLine(line.trimmed(), {1, 1}, false).has_value();
    }
    return std::nullopt;
}

/// By the first files of the folder itself that tell.
Kind kindIn(const QDir &folder)
{
    QStringList names = folder.entryList({QStringLiteral("*.xml"), QStringLiteral("*.txt")}, QDir::Files);
    names.removeOne(QLatin1String(kClassList));
    sortNaturally(names);
    for (const QString &name : names.first(std::min<qsizetype>(names.size(), kLookAt))) {
        const QString path = folder.filePath(name);
        if (name.endsWith(QLatin1String(".xml")))
            return VocFormat().recognizes(path) ? Kind::Xml : Kind::None;
        if (const std::optional<bool> isYolo = holdsYolo(path))
            return *isYolo ? Kind::Text : Kind::None;
    }
    return Kind::None;
}

Kind kindOf(const QString &path)
{
    const QDir folder(path);
    if (!QFileInfo(path).isDir() || !folder.exists(QLatin1String(kClassList)))
        return Kind::None;
    // Layouts of VOC and YOLO that have a class list too.
    const QStringList others =
        folder.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml"), QStringLiteral("*.data"),
                          QStringLiteral("Annotations"), QStringLiteral("labels"), QStringLiteral("images")},
                         QDir::Files | QDir::Dirs);
    if (!others.isEmpty())
        return Kind::None;
    if (const Kind kind = kindIn(folder); kind != Kind::None)
        return kind;
    for (const char *split : {"train", "val", "test"}) {
        if (folder.exists(QLatin1String(split)) && kindIn(QDir(folder.filePath(QLatin1String(split)))) == Kind::Xml)
            return Kind::Xml;
    }
    return Kind::None;
}

} // namespace

QString LabelImgFormat::id() const
{
    return QStringLiteral("labelimg");
}

QString LabelImgFormat::name() const
{
    return Text::tr("LabelImg folder");
}

FormatAbilities LabelImgFormat::abilities() const
{
    return VocFormat().abilities();
}

bool LabelImgFormat::recognizes(const QString &path) const
{
    return kindOf(path) != Kind::None;
}

Result<> LabelImgFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const Kind kind = kindOf(options.from);
    if (kind == Kind::Text)
        return YoloFormat().read(options, sink);
    if (kind == Kind::Xml || !QFileInfo(options.from).isDir())
        return VocFormat().read(options, sink);
    return failure(
        Text::tr("%1 is no folder of LabelImg: it needs classes.txt, and XML or text files beside the images")
            .arg(QDir::toNativeSeparators(options.from)));
}

Result<WriteSummary> LabelImgFormat::write(const WriteOptions &options, FormatSource &source,
                                           const NoteSink &notes) const
{
    return VocWriter(options, source, notes, VocLayout::BesideImages).write();
}

} // namespace boxwright
