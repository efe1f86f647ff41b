// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/response_files.h"

#include "core/base/file_io.h"
#include "core/base/json_members.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResponseFiles)
};

constexpr qint64 kMaxAnswerBytes = qint64{16} << 20;
constexpr qint64 kMaxLinesBytes = qint64{1} << 30;
const QLatin1String kEnding(".out");

Result<ResponseFile> readAnswer(const QString &path, const QString &image)
{
    const Result<QByteArray> bytes = readFile(path, kMaxAnswerBytes);
    if (!bytes)
        return failure(bytes.error());
    Result<EndpointResponse> response = parseEndpointResponse(*bytes);
    if (!response)
        return failure(Text::tr("%1: %2").arg(QDir::toNativeSeparators(path), response.error().message));
    return ResponseFile{image, std::move(*response)};
}

Result<std::vector<ResponseFile>> readLines(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, kMaxLinesBytes);
    if (!bytes)
        return failure(bytes.error());
    std::vector<ResponseFile> answers;
    qint64 number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<QString> image = JsonMembers(line).text("file");
        Result<EndpointResponse> response = parseEndpointResponse(line);
        if (!response || !image)
            return failure(Text::tr("%1, line %2: %3")
                               .arg(QDir::toNativeSeparators(path))
                               .arg(number)
                               .arg(response ? Text::tr("it names no \"file\"") : response.error().message));
        answers.push_back({*image, std::move(*response)});
    }
    return answers;
}

} // namespace

ResponseFiles::ResponseFiles(const QString &path)
{
    const QFileInfo info(path);
    m_folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    if (info.isFile()) {
        m_files << info.absoluteFilePath();
        return;
    }
    QDirIterator entries(m_folder, {QStringLiteral("*.out")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext())
        m_files << entries.next();
    sortNaturally(m_files);
}

Result<std::vector<ResponseFile>> ResponseFiles::read(qsizetype index) const
{
    const QString &path = m_files[index];
    if (!path.endsWith(kEnding))
        return readLines(path);
    Result<ResponseFile> answer = readAnswer(path, QDir(m_folder).relativeFilePath(path).chopped(kEnding.size()));
    if (!answer)
        return failure(answer.error());
    return std::vector<ResponseFile>{std::move(*answer)};
}

} // namespace boxwright
