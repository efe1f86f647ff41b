// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/dataset_format.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace boxwright {

/// Keeps everything that a reader gives.
class CollectingSink : public FormatSink
{
public:
    Result<> classes(const QStringList &names) override
    {
        if (names.first(classNames.size()) != classNames)
            return failure(QStringLiteral("class names moved"));
        classNames = names;
        return {};
    }
    Result<> image(FormatImage image) override
    {
        images.push_back(std::move(image));
        return {};
    }
    void note(const FormatNote &note) override { notes.append(note); }

    [[nodiscard]] qsizetype countOf(const QString &kind) const
    {
        return std::count_if(notes.begin(), notes.end(), [&](const FormatNote &note) { return note.kind == kind; });
    }
    [[nodiscard]] qsizetype labelCount() const
    {
        qsizetype count = 0;
        for (const FormatImage &image : images)
            count += static_cast<qsizetype>(image.labels.size());
        return count;
    }

    QStringList classNames;
    std::vector<FormatImage> images;
    QList<FormatNote> notes;
};

/// Gives images from a list; raises a cancel flag at one of them.
class ListSource : public FormatSource
{
public:
    ListSource(QStringList classes, std::vector<FormatImage> images)
        : m_classes(std::move(classes))
        , m_images(std::move(images))
    {
    }
    explicit ListSource(const CollectingSink &read)
        : ListSource(read.classNames, read.images)
    {
    }

    [[nodiscard]] QStringList classes() const override { return m_classes; }
    std::optional<FormatImage> next() override
    {
        if (m_at == cancelAt)
            cancel.cancel();
        return m_at < m_images.size() ? std::optional<FormatImage>(m_images[m_at++]) : std::nullopt;
    }
    void rewind() override { m_at = 0; }
    [[nodiscard]] qint64 imageCount() const override { return static_cast<qint64>(m_images.size()); }

    CancelFlag cancel;
    std::size_t cancelAt = ~std::size_t{0};

private:
    QStringList m_classes;
    std::vector<FormatImage> m_images;
    std::size_t m_at = 0;
};

/// Writes a file of a test, with its folders; false where that fails.
inline bool putFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Public data beside the source tree; empty where it is not at hand.
inline QString sharedFolder(const QString &name)
{
    const QString path = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/data/") + name;
    return QFileInfo::exists(path) ? QDir::cleanPath(path) : QString();
}

} // namespace boxwright
