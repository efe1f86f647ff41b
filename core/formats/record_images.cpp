// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/record_images.h"

#include "core/base/file_io.h"
#include "core/formats/export_paths.h"
#include "core/imaging/image_container.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordImages)
};

constexpr int kMaxSameName = 10000;
constexpr qsizetype kMaxNameLength = 100; ///< characters; file systems allow 255 bytes

QString endingOf(const QByteArray &image)
{
    const QByteArray kind = imageKind(image.left(12));
    return kind == "jpeg" ? QStringLiteral(".jpg") : u'.' + QString::fromLatin1(kind);
}

/// The file name in a spelling without its ending, fit for any file system; empty where nothing of it is left.
QString safeStem(const QString &spelling)
{
    QString name = spelling;
    name.replace(u'\\', u'/');
    name = withoutEnding(name.sliced(name.lastIndexOf(u'/') + 1));
    QString safe;
    for (const QChar letter : name) {
        const bool isUnsafe = !letter.isPrint() || QStringView(u"<>:\"|?*").contains(letter);
        safe += isUnsafe && !letter.isSurrogate() ? QChar(u'_') : letter;
    }
    while (safe.startsWith(u'.') || safe.startsWith(u' '))
        safe.remove(0, 1);
    return safe.left(kMaxNameLength);
}

bool holds(const QString &path, const QByteArray &bytes)
{
    if (QFileInfo(path).size() != bytes.size())
        return false;
    const Result<QByteArray> content = readFile(path);
    return content && *content == bytes;
}

} // namespace

RecordImages::RecordImages(const QString &recordFolder, const QString &imageFolder)
    : m_folder(imageFolder)
{
    const bool isSame = imageFolder.isEmpty() || QFileInfo(imageFolder) == QFileInfo(recordFolder);
    if (isSame)
        m_locator.emplace(recordFolder, imageFolder);
}

Result<QString> RecordImages::place(const QByteArray &image, const QString &spelling, const QString &fallback)
{
    if (m_locator)
        return spelling.isEmpty() ? QString() : m_locator->locate(spelling);
    const QString stem = safeStem(spelling);
    return takeOut(image, stem.isEmpty() ? safeStem(fallback) : stem, endingOf(image));
}

Result<QString> RecordImages::takeOut(const QByteArray &image, const QString &stem, const QString &ending)
{
    if (Result<> made = makeFolder(m_folder); !made)
        return failure(made.error());
    const QDir folder(QFileInfo(m_folder).absoluteFilePath());
    // The next of that name begins where the last one ended, so that the same records find their files again, and a
    // hundred thousand of one id do not look at each other's.
    int &last = m_numbers[(stem + ending).toLower()];
    const int first = last + 1;
    for (int number = first; number < first + kMaxSameName; ++number) {
        last = number;
        const QString name = number == 1 ? stem + ending : QStringLiteral("%1-%2%3").arg(stem).arg(number).arg(ending);
        const QString path = folder.filePath(name);
        if (holds(path, image))
            return path;
        QFile file(path);
        if (file.exists())
            continue; // another image of that name
        const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
        if (isOpen && file.write(image) == image.size() && file.flush())
            return path;
        const QString why = file.errorString();
        if (isOpen)
            file.remove();
        return failure(Text::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), why));
    }
    return failure(Text::tr("%1 has too many images of the name %2").arg(QDir::toNativeSeparators(m_folder), stem));
}

} // namespace boxwright
