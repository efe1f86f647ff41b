// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/coco_file.h"

#include "core/base/json_members.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CocoFile)
};

/// What an annotation has instead of a box; empty where it may have one.
QString kindWithoutBoxes(QByteArrayView annotation)
{
    JsonCursor cursor(annotation);
    const JsonMembers members(cursor);
    if (!members.value("bbox").isEmpty())
        return {};
    if (!members.value("caption").isEmpty())
        return Text::tr("captions");
    return members.value("segments_info").isEmpty() ? QString() : Text::tr("panoptic segments");
}

constexpr qint64 kLookUp = 10'000; ///< annotations between two looks at whether to go on

bool isFirstElementWith(JsonCursor &cursor, QByteArrayView key)
{
    if (cursor.kind() != JsonCursor::Kind::Array || !cursor.enterArray() || !cursor.nextElement() ||
        cursor.kind() != JsonCursor::Kind::Object)
        return false;
    cursor.enterObject();
    for (QByteArrayView name; cursor.nextMember(name); cursor.skip()) {
        if (name == key)
            return true;
    }
    return false;
}

} // namespace

/// What one walk over the text finds.
struct CocoFile::Index
{
    struct Annotation
    {
        QByteArrayView image; ///< raw id
        qsizetype place = 0;
    };

    Index(QByteArrayView text, const Going &mayGoOn)
        : cursor(text)
        , going(mayGoOn)
    {
    }

    void walkImages()
    {
        hasImages = cursor.kind() == JsonCursor::Kind::Array;
        if (!hasImages) {
            cursor.skip();
            return;
        }
        cursor.enterArray();
        while (cursor.nextElement()) {
            cursor.kind(); // to the value's first byte
            images.push_back(cursor.position());
            ids.push_back(idOf("id"));
        }
    }

    void walkAnnotations()
    {
        if (cursor.kind() != JsonCursor::Kind::Array) {
            cursor.skip();
            return;
        }
        cursor.enterArray();
        while (cursor.nextElement()) {
            cursor.kind();
            const qsizetype place = cursor.position();
            annotations.push_back({idOf("image_id"), place});
            if (annotations.size() % kLookUp == 0 && going && !going())
                return;
        }
    }

    /// Passes an element and gives one of its members.
    QByteArrayView idOf(QByteArrayView wanted)
    {
        if (cursor.kind() != JsonCursor::Kind::Object) {
            cursor.skip();
            return {};
        }
        QByteArrayView id;
        cursor.enterObject();
        for (QByteArrayView key; cursor.nextMember(key);) {
            const QByteArrayView value = cursor.skip();
            if (key == wanted)
                id = cocoId(value);
        }
        return id;
    }

    JsonCursor cursor;
    const Going &going;
    bool hasImages = false;
    QByteArrayView categories;
    std::vector<qsizetype> images;
    std::vector<QByteArrayView> ids; ///< of the images
    std::vector<Annotation> annotations;
};

QByteArrayView cocoId(QByteArrayView raw)
{
    return raw.endsWith(QByteArrayView(".0")) ? raw.chopped(2) : raw;
}

CocoFile::CocoFile(MappedFile file)
    : m_file(std::move(file))
{
}

Result<CocoFile> CocoFile::open(const QString &path, const Going &going)
{
    Result<MappedFile> file = MappedFile::open(path);
    if (!file)
        return failure(file.error());
    CocoFile coco(*std::move(file));
    if (Result<> built = coco.build(QFileInfo(path).fileName(), going); !built)
        return failure(built.error());
    return coco;
}

bool CocoFile::recognizes(QByteArrayView text)
{
    JsonCursor cursor(text);
    if (cursor.kind() != JsonCursor::Kind::Object)
        return false;
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);) {
        if (key == QByteArrayView("images"))
            return isFirstElementWith(cursor, "file_name");
        if (key == QByteArrayView("annotations"))
            return isFirstElementWith(cursor, "image_id");
        cursor.skip();
    }
    return false;
}

Result<> CocoFile::build(const QString &name, const Going &going)
{
    Index index(m_file.text(), going);
    JsonCursor &cursor = index.cursor;
    if (cursor.kind() == JsonCursor::Kind::Array)
        return failure(Text::tr("%1 is a list, as COCO's results are: it names no images").arg(name));
    cursor.enterObject();
    for (QByteArrayView key; cursor.nextMember(key);) {
        if (key == QByteArrayView("images"))
            index.walkImages();
        else if (key == QByteArrayView("annotations"))
            index.walkAnnotations();
        else if (key == QByteArrayView("categories"))
            index.categories = cursor.skip();
        else if (key == QByteArrayView("info"))
            m_info = cursor.skip();
        else if (key == QByteArrayView("licenses"))
            m_licenses = cursor.skip();
        else
            cursor.skip();
    }
    if (going) {
        if (Result<> on = going(); !on)
            return on;
    }
    if (!cursor.isAtEnd()) {
        const QByteArrayView before = m_file.text().first(cursor.position());
        const qint64 line = std::count(before.begin(), before.end(), '\n') + 1;
        return failure(cursor.isTooDeep() ? Text::tr("%1, line %2: the JSON is nested deeper than %3 levels")
                                                .arg(name)
                                                .arg(line)
                                                .arg(JsonCursor::kMaxDepth)
                                          : Text::tr("%1, line %2: this is not valid JSON").arg(name).arg(line));
    }
    if (!index.hasImages)
        return failure(Text::tr("%1 has no list of images: this is not COCO").arg(name));
    const bool hasAny = !index.annotations.empty();
    if (const QString kind = hasAny ? kindWithoutBoxes(valueAt(index.annotations.front().place)) : QString();
        !kind.isEmpty())
        return failure(Text::tr("%1 holds %2, which have no boxes").arg(name, kind));
    readCategories(index.categories);
    group(index);
    return {};
}

void CocoFile::readCategories(QByteArrayView list)
{
    m_categoryList = list;
    JsonCursor rows(list);
    if (rows.kind() == JsonCursor::Kind::Array && rows.enterArray()) {
        while (rows.nextElement()) {
            const QByteArrayView raw = rows.skip();
            const JsonMembers row(raw);
            const QByteArrayView id = cocoId(row.value("id"));
            QString category = row.text("name").value_or(QString());
            if (category.isEmpty())
                category = QStringLiteral("class-%1").arg(QString::fromUtf8(id));
            const auto isSame = [&category](const Category &known) { return known.name == category; };
            if (std::any_of(m_categories.begin(), m_categories.end(), isSame)) // two classes never become one
                category = QStringLiteral("%1 (%2)").arg(category, QString::fromUtf8(id));
            m_categories.push_back({id, category, raw});
        }
    }
}

/// Puts the annotations of each image together, in their order.
void CocoFile::group(Index &index)
{
    QHash<QByteArrayView, qsizetype> places;
    places.reserve(static_cast<qsizetype>(index.ids.size()));
    for (std::size_t i = 0; i < index.ids.size(); ++i) {
        if (!index.ids[i].isEmpty() && !places.contains(index.ids[i]))
            places.insert(index.ids[i], static_cast<qsizetype>(i));
    }
    m_images = std::move(index.images);
    m_starts.assign(m_images.size() + 1, 0);
    std::vector<qsizetype> owners(index.annotations.size());
    for (std::size_t i = 0; i < owners.size(); ++i) {
        owners[i] = places.value(index.annotations[i].image, -1);
        if (owners[i] >= 0)
            ++m_starts[static_cast<std::size_t>(owners[i]) + 1];
        else
            ++m_orphans;
    }
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
    m_annotations.resize(static_cast<std::size_t>(m_starts.back()));
    std::vector<qsizetype> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t i = 0; i < owners.size(); ++i) {
        if (owners[i] >= 0)
            m_annotations[static_cast<std::size_t>(next[static_cast<std::size_t>(owners[i])]++)] =
                index.annotations[i].place;
    }
}

std::span<const qsizetype> CocoFile::annotationsOf(qsizetype index) const
{
    const auto place = static_cast<std::size_t>(index);
    return {m_annotations.data() + m_starts[place], m_annotations.data() + m_starts[place + 1]};
}

} // namespace boxwright
