// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/torch_file.h"

#include "core/weights/pickle.h"
#include "core/weights/zip_archive.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TorchFile)
};

using Kind = PickleValue::Kind;

/// pickle.dumps(0x1950a86a20f9469cfc6c, protocol=2), with which the old format begins.
constexpr QByteArrayView kOldMagic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.");
constexpr QByteArrayView kZipMagic("PK\x03\x04");
constexpr qint64 kOldVersion = 1001;
constexpr int kDeepest = 32;
constexpr qint64 kMostVisits = 1'000'000;

struct StorageType
{
    const char *name;
    TensorType type;
};
constexpr std::array<StorageType, 10> kStorageTypes{{{"torch FloatStorage", TensorType::Float32},
                                                     {"torch DoubleStorage", TensorType::Float64},
                                                     {"torch HalfStorage", TensorType::Float16},
                                                     {"torch BFloat16Storage", TensorType::BFloat16},
                                                     {"torch LongStorage", TensorType::Int64},
                                                     {"torch IntStorage", TensorType::Int32},
                                                     {"torch ShortStorage", TensorType::Int16},
                                                     {"torch CharStorage", TensorType::Int8},
                                                     {"torch ByteStorage", TensorType::UInt8},
                                                     {"torch BoolStorage", TensorType::Bool}}};

TensorType typeOf(const QByteArray &storageClass)
{
    const auto found = std::find_if(kStorageTypes.begin(), kStorageTypes.end(),
                                    [&](const StorageType &entry) { return storageClass == entry.name; });
    return found == kStorageTypes.end() ? TensorType::UInt8 : found->type; // the pickle reader lets no other pass
}

using Storages = QHash<QByteArray, QByteArrayView>;

/// Turns the values of a pickle into arrays.
class Collector
{
public:
    Collector(const PickleTree &tree, const Storages &storages, qint64 fileBytes)
        : m_tree(tree)
        , m_storages(storages)
        , m_bytesToMake(fileBytes)
    {
    }

    Result<WeightArrays> collect()
    {
        if (Result<> done = visit(m_tree.root, {}, 0); !done)
            return failure(done.error());
        return std::move(m_arrays);
    }

private:
    Result<> visit(int index, const QString &name, int depth);
    Result<> visitDict(const PickleValue &dict, const QString &prefix, int depth);
    Result<> visitModule(const PickleValue &object, const QString &prefix, int depth);
    Result<> add(const PickleValue &tensor, const QString &name);
    [[nodiscard]] std::optional<std::vector<qint64>> wholes(int index) const;
    Result<TensorView> inOrder(const TensorView &view, const std::vector<qint64> &strides, QByteArrayView storage);

    const PickleTree &m_tree;
    const Storages &m_storages;
    qint64 m_bytesToMake; ///< what copies may take yet
    qint64 m_visits = 0;
    QSet<QString> m_names;
    WeightArrays m_arrays;
};

Result<> Collector::visit(int index, const QString &name, int depth)
{
    const PickleValue &value = m_tree.at(index);
    if (depth > kDeepest || ++m_visits > kMostVisits)
        return failure(Text::tr("its mappings are nested too deeply at \"%1\"").arg(name));
    if (value.kind == Kind::Tensor)
        return add(value, name);
    const QString prefix = name.isEmpty() ? QString() : name + QLatin1Char('.');
    if (value.kind == Kind::Dict)
        return visitDict(value, prefix, depth);
    return value.kind == Kind::Object ? visitModule(value, prefix, depth) : Result<>();
}

Result<> Collector::visitDict(const PickleValue &dict, const QString &prefix, int depth)
{
    for (size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const PickleValue &key = m_tree.at(dict.items[i]);
        if (key.kind != Kind::Text)
            continue;
        const bool isWrapper = key.text == "state_dict" || key.text == "model";
        const bool isLeaf = m_tree.at(dict.items[i + 1]).kind == Kind::Tensor;
        const QString own =
            isWrapper && !isLeaf ? prefix.chopped(prefix.isEmpty() ? 0 : 1) : prefix + QString::fromUtf8(key.text);
        if (Result<> done = visit(dict.items[i + 1], own, depth + 1); !done)
            return done;
    }
    return {};
}

/// What torch.nn.Module keeps its tensors in.
Result<> Collector::visitModule(const PickleValue &object, const QString &prefix, int depth)
{
    if (object.items.size() < 2)
        return {};
    const PickleValue &state = m_tree.at(object.items[1]);
    for (size_t i = 0; i + 1 < state.items.size(); i += 2) {
        const QByteArray &key = m_tree.at(state.items[i]).text;
        const PickleValue &members = m_tree.at(state.items[i + 1]);
        const bool isKnown = key == "_parameters" || key == "_buffers" || key == "_modules";
        if (!isKnown || members.kind != Kind::Dict)
            continue;
        if (Result<> done = visitDict(members, prefix, depth + 1); !done)
            return done;
    }
    return {};
}

std::optional<std::vector<qint64>> Collector::wholes(int index) const
{
    std::vector<qint64> numbers;
    for (const int item : m_tree.at(index).items) {
        if (m_tree.at(item).kind != Kind::Whole || m_tree.at(item).number < 0)
            return std::nullopt;
        numbers.push_back(m_tree.at(item).number);
    }
    return numbers;
}

std::vector<qint64> rowMajorStrides(const std::vector<qint64> &shape)
{
    std::vector<qint64> strides(shape.size(), 1);
    for (size_t i = shape.size(); i > 1; --i)
        strides[i - 2] = strides[i - 1] * std::max<qint64>(shape[i - 1], 1);
    return strides;
}

/// Whether the last element of a tensor is among the first `stored` elements; no dimension is 0.
bool liesInside(const std::vector<qint64> &shape, const std::vector<qint64> &strides, qint64 stored)
{
    qint64 last = 0;
    for (size_t i = 0; i < shape.size(); ++i) {
        if (strides[i] > 0 && shape[i] - 1 > (stored - last) / strides[i])
            return false;
        last += (shape[i] - 1) * strides[i];
    }
    return last < stored;
}

Result<> Collector::add(const PickleValue &tensor, const QString &name)
{
    const PickleValue &storage = m_tree.at(tensor.items[0]);
    const auto shape = wholes(tensor.items[2]);
    const auto strides = wholes(tensor.items[3]);
    const qint64 offset = m_tree.at(tensor.items[1]).number;
    const auto found = m_storages.constFind(m_tree.at(storage.items[1]).text);
    constexpr size_t kMostDimensions = 16;
    const auto count = shape ? elementCount(*shape) : std::nullopt;
    if (!strides || !count || shape->size() != strides->size() || shape->size() > kMostDimensions || offset < 0)
        return failure(Text::tr("\"%1\" has no possible shape").arg(name));
    if (m_names.contains(name))
        return failure(Text::tr("\"%1\" comes twice").arg(name));
    m_names.insert(name);
    TensorView view{name, typeOf(m_tree.at(storage.items[0]).text), *shape, {}};
    const qint64 size = elementSize(view.type);
    const qint64 stored = found == m_storages.constEnd() ? 0 : found->size() / size;
    if (*count > 0 && (*count > stored || !liesInside(*shape, *strides, stored - offset)))
        return failure(Text::tr("\"%1\" reaches beyond its data").arg(name));
    if (*count > 0) {
        view.bytes = found->sliced(offset * size, std::min(*count, stored - offset) * size);
        bool isInOrder = true;
        const std::vector<qint64> expected = rowMajorStrides(*shape);
        for (size_t i = 0; i < shape->size(); ++i)
            isInOrder = isInOrder && ((*shape)[i] == 1 || (*strides)[i] == expected[i]);
        if (!isInOrder) {
            const auto made = inOrder(view, *strides, found->sliced(offset * size));
            if (!made)
                return failure(made.error());
            view = *made;
        }
    }
    m_arrays.tensors.push_back(view);
    return {};
}

/// A copy in C order, of a tensor in another (channels last, transposed).
Result<TensorView> Collector::inOrder(const TensorView &view, const std::vector<qint64> &strides,
                                      QByteArrayView storage)
{
    const qint64 size = elementSize(view.type);
    const qint64 bytes = *elementCount(view.shape) * size;
    if (bytes > m_bytesToMake)
        return failure(Text::tr("\"%1\" would take more memory than the whole file").arg(view.name));
    m_bytesToMake -= bytes;
    QByteArray copy(bytes, Qt::Uninitialized);
    std::vector<qint64> index(view.shape.size(), 0);
    for (qint64 at = 0; at < bytes; at += size) {
        qint64 from = 0;
        for (size_t i = 0; i < index.size(); ++i)
            from += index[i] * strides[i];
        std::memcpy(copy.data() + at, storage.data() + from * size, static_cast<size_t>(size));
        for (size_t i = index.size(); i > 0 && ++index[i - 1] == view.shape[i - 1]; --i)
            index[i - 1] = 0;
    }
    m_arrays.made.push_back(copy);
    TensorView made = view;
    made.bytes = m_arrays.made.back();
    return made;
}

/// The key of each storage that the values name, with the bytes of its elements.
QHash<QByteArray, qint64> storageSizes(const PickleTree &tree)
{
    QHash<QByteArray, qint64> sizes;
    for (const PickleValue &value : tree.values) {
        if (value.kind == Kind::Storage)
            sizes.insert(tree.at(value.items[1]).text, elementSize(typeOf(tree.at(value.items[0]).text)));
    }
    return sizes;
}

Result<WeightArrays> readZipped(QByteArrayView bytes)
{
    const auto archive = ZipArchive::read(bytes);
    if (!archive)
        return failure(archive.error());
    constexpr QByteArrayView kPickleName("/data.pkl");
    QByteArray folder;
    for (const QByteArray &name : archive->names()) {
        if (name.endsWith(kPickleName) && name.count('/') == 1)
            folder = name.chopped(kPickleName.size());
    }
    if (folder.isEmpty())
        return failure(Text::tr("it is a zip archive without data.pkl"));
    if (const QByteArray order = folder + "/byteorder"; archive->contains(order)) {
        const auto word = archive->content(order);
        if (!word || *word != QByteArrayView("little"))
            return failure(Text::tr("its numbers are stored in big-endian order"));
    }
    const auto pickled = archive->content(folder + kPickleName.toByteArray());
    if (!pickled)
        return failure(pickled.error());
    ByteReader reader(*pickled);
    const auto tree = readPickle(reader);
    if (!tree)
        return failure(tree.error());
    Storages storages;
    const auto sizes = storageSizes(*tree);
    for (auto size = sizes.begin(); size != sizes.end(); ++size) {
        const auto content = archive->content(folder + "/data/" + size.key());
        if (!content)
            return failure(content.error());
        storages.insert(size.key(), *content);
    }
    return Collector(*tree, storages, bytes.size()).collect();
}

/// Magic, version and properties of the machine that wrote the file.
Result<> readOldPreamble(ByteReader &reader)
{
    reader.take(kOldMagic.size());
    const auto version = readPickle(reader);
    if (!version)
        return failure(version.error());
    if (version->at(version->root).number != kOldVersion)
        return failure(Text::tr("its version is %1, not %2").arg(version->at(version->root).number).arg(kOldVersion));
    const auto machine = readPickle(reader);
    if (!machine)
        return failure(machine.error());
    const std::vector<int> &items = machine->at(machine->root).items;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        if (machine->at(items[i]).text == "little_endian" && machine->at(items[i + 1]).number == 0)
            return failure(Text::tr("its numbers are stored in big-endian order"));
    }
    return {};
}

Result<WeightArrays> readOld(QByteArrayView bytes)
{
    ByteReader reader(bytes);
    if (Result<> begun = readOldPreamble(reader); !begun)
        return failure(begun.error());
    const auto tree = readPickle(reader);
    if (!tree)
        return failure(tree.error());
    const auto keys = readPickle(reader);
    if (!keys)
        return failure(keys.error());
    Storages storages;
    const auto sizes = storageSizes(*tree);
    for (const int item : keys->at(keys->root).items) {
        const QByteArray &key = keys->at(item).text;
        const auto count = reader.number<qint64>();
        const qint64 size = sizes.value(key, 0);
        const bool isPossible = size > 0 && count && *count >= 0 && *count <= reader.left() / size;
        const auto content = isPossible ? reader.take(*count * size) : std::nullopt;
        if (!content)
            return failure(Text::tr("it ends before the data of storage %1").arg(QString::fromUtf8(key.left(100))));
        storages.insert(key, *content);
    }
    for (const PickleValue &value : tree->values) {
        if (value.kind == Kind::Storage && value.items.size() > 4 && tree->at(value.items[4]).kind != Kind::Nothing)
            return failure(Text::tr("it holds parts of storages, as only the first versions of torch wrote them"));
    }
    return Collector(*tree, storages, bytes.size()).collect();
}

} // namespace

bool isTorchFile(QByteArrayView bytes)
{
    return bytes.startsWith(kZipMagic) || bytes.startsWith(kOldMagic);
}

Result<WeightArrays> readTorchFile(QByteArrayView bytes)
{
    return bytes.startsWith(kZipMagic) ? readZipped(bytes) : readOld(bytes);
}

} // namespace boxwright
