// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/export_check.h"

#include "core/formats/export_paths.h"
#include "core/formats/image_export.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <deque>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCheck)
};

/// File name without folders, ending and letter case: what every format keeps of an image.
QString nameOf(const FormatImage &image)
{
    return withoutEnding(fileNameOf(image.path.isEmpty() ? image.source : image.path)).toLower();
}

/// Keeps what the reader gives.
class ReadBack : public FormatSink
{
public:
    explicit ReadBack(double pixelError)
        : m_pixelError(pixelError)
    {
    }

    Result<> classes(const QStringList &names) override
    {
        m_classes = names;
        return {};
    }

    Result<> image(FormatImage image) override
    {
        // The spelling is what the export says; the path is only what this machine made of it.
        image.path.clear();
        m_places[nameOf(image)].push_back(m_images.size());
        m_images.push_back(std::move(image));
        return {};
    }

    void note(const FormatNote &note) override
    {
        if (tellsOfLoss(note) && m_firstProblem.isEmpty())
            m_firstProblem = note.text;
    }

    [[nodiscard]] const QString &firstProblem() const { return m_firstProblem; }
    [[nodiscard]] bool isEmpty() const { return m_taken == m_images.size(); }

    /// Takes an image that equals `wanted` out, under its name or under the one that it was given; false where there is
    /// none.
    bool take(const FormatImage &wanted, const QString &given, const QStringList &classNames)
    {
        const QString name = nameOf(wanted);
        return takeFrom(name, wanted, classNames) || takeFrom(given, wanted, classNames) ||
               takeRenamed(name, wanted, classNames);
    }

private:
    /// Of those with one name mostly the first: writers keep the order.
    bool takeFrom(const QString &name, const FormatImage &wanted, const QStringList &classNames)
    {
        const auto places = m_places.find(name);
        if (places == m_places.end())
            return false;
        const auto at = std::find_if(places->begin(), places->end(),
                                     [&](std::size_t place) { return isEqual(m_images[place], wanted, classNames); });
        if (at == places->end())
            return false;
        places->erase(at);
        ++m_taken;
        return true;
    }

    /// Of images with the same name the later ones are exported as NAME-2, NAME-3 (see ExportPaths).
    bool takeRenamed(const QString &name, const FormatImage &wanted, const QStringList &classNames)
    {
        for (int number = 2; number < 1000; ++number) {
            const QString renamed = QStringLiteral("%1-%2").arg(name).arg(number);
            if (takeFrom(renamed, wanted, classNames))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isEqual(const FormatImage &image, const FormatImage &wanted, const QStringList &classNames) const
    {
        // An image that was made smaller comes back with its boxes as small.
        const bool isScaled = image.size.isValid() && wanted.size.isValid() && image.size != wanted.size;
        const double wide = isScaled ? double(wanted.size.width()) / image.size.width() : 1;
        const double high = isScaled ? double(wanted.size.height()) / image.size.height() : 1;
        const double edge = std::max({wanted.size.width(), wanted.size.height(), 1000});
        const double tolerance = m_pixelError * edge / 1000;
        const auto isNear = [tolerance](double x, double y) { return std::abs(x - y) <= tolerance; };
        const auto isSame = [&](const FormatLabel &a, const FormatLabel &b) {
            return !a.isSuggestion && m_classes.value(a.classIndex) == classNames.value(b.classIndex) &&
                   isNear(a.box.left * wide, b.box.left) && isNear(a.box.top * high, b.box.top) &&
                   isNear(a.box.right * wide, b.box.right) && isNear(a.box.bottom * high, b.box.bottom);
        };
        return std::equal(image.labels.begin(), image.labels.end(), wanted.labels.begin(), wanted.labels.end(), isSame);
    }

    double m_pixelError; ///< as FormatAbilities::pixelError
    QStringList m_classes;
    std::vector<FormatImage> m_images;
    QHash<QString, std::deque<std::size_t>> m_places; ///< name -> in m_images, of those that nobody has taken yet
    std::size_t m_taken = 0;
    QString m_firstProblem;
};

/// Sizes of the images that were written, by their places in the export (see ExportPaths).
QHash<QString, QSize> sizesByPlace(const WriteOptions &options, FormatSource &source, const WriteSummary &summary)
{
    QHash<QString, QSize> sizes;
    ExportPaths paths(options.imageRoot);
    source.rewind();
    for (qint64 at = 0; const std::optional<FormatImage> image = source.next(); ++at) {
        if (!std::binary_search(summary.leftOut.begin(), summary.leftOut.end(), at))
            sizes.insert(withoutEnding(paths.place(image->path.isEmpty() ? image->source : image->path)).toLower(),
                         sizeForExport(*image));
    }
    return sizes;
}

} // namespace

bool tellsOfLoss(const FormatNote &note)
{
    return note.kind.startsWith(QLatin1String("bad-")) || note.kind == QLatin1String("degenerate-box") ||
           note.kind == QLatin1String("no-class");
}

Result<ExportCounts> checkExport(const DatasetFormat &format, const WriteOptions &options, FormatSource &source,
                                 const WriteSummary &summary)
{
    ReadBack back(format.abilities().pixelError);
    ReadOptions reading;
    reading.from = options.to;
    reading.imageFolder = options.to; // the check is of labels: no listing of the person's image folder
    reading.cancel = options.cancel;
    reading.keepsExtra = false;
    if (!format.abilities().hasSizes)
        reading.sizeHint = [sizes = sizesByPlace(options, source, summary)](const QString &place) {
            return sizes.value(place.toLower());
        };
    if (Result<> read = format.read(reading, back); !read)
        return failure(read.error());
    if (!back.firstProblem().isEmpty())
        return failure(Text::tr("The export was not kept, because reading it back told of a problem: %1")
                           .arg(back.firstProblem()));
    ExportCounts counts;
    const QStringList classNames = source.classes();
    ExportPaths paths(options.imageRoot); // gives the names that the writer gave
    auto leftOut = summary.leftOut.begin();
    source.rewind();
    for (qint64 at = 0; std::optional<FormatImage> image = source.next(); ++at) {
        if (leftOut != summary.leftOut.end() && *leftOut == at) {
            ++leftOut;
            continue;
        }
        if (options.shorterEdge > 0)
            image->size = sizeForExport(*image);
        const QString place = paths.place(image->path.isEmpty() ? image->source : image->path);
        if (!back.take(*image, withoutEnding(fileNameOf(place)).toLower(), classNames))
            return failure(Text::tr("The export was not kept, because %1 came back changed when it was read again")
                               .arg(image->source));
        ++counts.images;
        counts.labels += static_cast<qint64>(image->labels.size());
    }
    if (!back.isEmpty())
        return failure(Text::tr("The export was not kept, because it holds images that the data set does not have"));
    return counts;
}

} // namespace boxwright
