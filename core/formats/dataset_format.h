// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/label.h"
#include "core/model/image_record.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace boxwright {

/// A label as a file has it: its class is an index into the stream's class names.
struct FormatLabel
{
    int classIndex = 0;
    Box box; ///< pixels of the oriented image, doubles; see core/model/box.h
    LabelFlags flags;
    double confidence = -1;    ///< 0..1 where the file has one, else negative
    bool isSuggestion = false; ///< made by a model and never checked by a person
    QString extra;             ///< what the format keeps of the object and we do not understand, JSON text
};

/// An image as a file has it.
struct FormatImage
{
    QString source; ///< as the file spells it (a path, an s3:// address); text, never fetched
    QString path;   ///< the local file, absolute; empty where none was found
    QSize size;     ///< as the file says; invalid where it does not
    Split split = Split::None;
    ReviewState state = ReviewState::NotYet;
    std::vector<FormatLabel> labels;
    QString extra; ///< as FormatLabel::extra, for the image's entry
};

/// Something a person should know of a read or a write, without stopping it. `text` names file, element and value.
struct FormatNote
{
    QString kind; ///< groups notes of one sort: "degenerate-box", "missing-image", "not-carried"
    QString text; ///< translated
};

/// Hears of notes.
using NoteSink = std::function<void(const FormatNote &)>;

/// Takes what a reader finds, in file order. A sink that returns an error stops the reader with it.
class FormatSink
{
public:
    virtual ~FormatSink() = default;
    /// The class names so far; index = FormatLabel::classIndex. Called before the first image that uses a new name, and
    /// again whenever names are appended. Names once given never move.
    virtual Result<> classes(const QStringList &names) = 0;
    virtual Result<> image(FormatImage image) = 0;
    virtual void note(const FormatNote &note) = 0;
};

/// Gives what a writer writes.
class FormatSource
{
public:
    virtual ~FormatSource() = default;
    [[nodiscard]] virtual QStringList classes() const = 0;
    /// In export order; nullopt after the last. Suggestions are never among the labels.
    virtual std::optional<FormatImage> next() = 0;
    /// Back to the first image.
    virtual void rewind() = 0;
    [[nodiscard]] virtual qint64 imageCount() const = 0;
};

struct ReadOptions
{
    QString from;        ///< file or folder
    QString imageFolder; ///< where images lie; empty: beside the annotations
    /// Absolute paths of images that are known already: formats whose files lie apart from the images by their nature
    /// look among them too. Asked once, on the reader's thread; may be empty.
    std::function<QStringList()> knownImages;
    QString
        s3Prefix; ///< "s3://bucket/folder" that stands for the image folder; empty: addresses are matched by their end
    /// The size of an image whose file is not there, by its place below the image root without ending; invalid where
    /// it is not known. Formats that have no sizes need it; may be empty.
    std::function<QSize(const QString &)> sizeHint;
    bool keepsExtra = true; ///< false: FormatImage::extra may come empty, since nobody is going to look at it
    CancelFlag cancel;
    ProgressSink progress;
};

/// What a writer did with the images of its source.
struct WriteSummary
{
    std::vector<qint64> leftOut; ///< places in the source, rising, of images that were not written; each was noted
};

struct WriteOptions
{
    QString to;              ///< an existing, empty folder: the staging folder of exportDataset()
    bool copyImages = false; ///< images come along, unchanged; else only what is said about them
    QString attribute;       ///< label attribute of manifests; empty: the one that images came with, else "boxes"
    QString s3Prefix;        ///< "s3://bucket/folder" that stands for the image folder in manifests; empty: file names
    QString imageRoot;       ///< folder that relative image paths are taken against
    bool bakesOrientation = false; ///< copies lie as they are seen, without an EXIF orientation
    int shorterEdge = 0;  ///< of copies and packed images (recordio): larger ones are made so small; 0: as they are
    int jpegQuality = 95; ///< of images that are encoded anew; im2rec's default
    CancelFlag cancel;
    ProgressSink progress;
};

/// What a format can say of images and labels. The rest is told before an export (see export_preview.h).
struct FormatAbilities
{
    LabelFlags flags;                 ///< those that it can say
    bool hasUnlabelledImages = false; ///< images without labels have a place in it
    bool hasConfirmedEmpty = false;   ///< tells images that a person found empty from those that nobody has looked at
    bool hasSplits = true;
    bool hasSizes = true; ///< can be read without the images
    bool hasConfidences = false;
    bool packsImages = false; ///< puts images into files of its own, and makes them smaller by itself
    QString extraKey;         ///< key of FormatLabel::extra whose content comes back in this format; empty: none
    double pixelError =
        1e-3; ///< largest error of a corner by the digits that it keeps, in pixels per 1000 of the image
};

/// One way of writing data sets down. Stateless and thread-safe; the registry lists one of each (see
/// format_registry.h).
class DatasetFormat
{
public:
    virtual ~DatasetFormat() = default;

    /// The id of the command line ("voc").
    [[nodiscard]] virtual QString id() const = 0;
    /// The name that people see ("Pascal VOC").
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual bool canWrite() const { return false; }
    /// Of what it writes.
    [[nodiscard]] virtual FormatAbilities abilities() const { return {}; }

    /// Whether the file or folder looks like this format, judged by its content.
    [[nodiscard]] virtual bool recognizes(const QString &path) const = 0;

    virtual Result<> read(const ReadOptions &options, FormatSink &sink) const = 0;
    /// Writes into `options.to`. Fails where canWrite() is false.
    virtual Result<WriteSummary> write(const WriteOptions &options, FormatSource &source, const NoteSink &notes) const;
};

} // namespace boxwright
