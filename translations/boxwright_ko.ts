<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AnnotationJson</name>
    <message>
        <source>the JSON is nested deeper than %1 levels</source>
        <translation>JSON이 %1단계보다 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>this is not a JSON object</source>
        <translation>JSON 객체가 아닙니다</translation>
    </message>
    <message>
        <source>this is not valid JSON</source>
        <translation>올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1: %2 is %3</source>
        <translation>%1: %2 값이 %3입니다</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 값이 %2입니다</translation>
    </message>
    <message>
        <source>%1 has no area: width %2, height %3</source>
        <translation>%1의 넓이가 없습니다: 너비 %2, 높이 %3</translation>
    </message>
    <message>
        <source>&quot;source-ref&quot; is missing: this line names no image</source>
        <translation>&quot;source-ref&quot;가 없습니다: 이 줄은 이미지를 가리키지 않습니다</translation>
    </message>
    <message>
        <source>the labels are of the kind %1, which has no boxes</source>
        <translation>라벨의 종류가 %1인데, 이 종류에는 박스가 없습니다</translation>
    </message>
    <message>
        <source>&quot;annotations&quot; is not a list</source>
        <translation>&quot;annotations&quot;가 목록이 아닙니다</translation>
    </message>
    <message>
        <source>&quot;file&quot; and &quot;image_size&quot; are missing: this is not about one image</source>
        <translation>&quot;file&quot;과 &quot;image_size&quot;가 없습니다: 이미지 하나에 대한 파일이 아닙니다</translation>
    </message>
</context>
<context>
    <name>AnsweredImages</name>
    <message>
        <source>%1 holds no answer about any of the labelled images</source>
        <translation>%1에 라벨이 있는 이미지에 대한 응답이 없습니다</translation>
    </message>
</context>
<context>
    <name>ArtifactDetector</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The model in %1 could not be opened</source>
        <translation>%1의 모델을 열 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ArtifactExport</name>
    <message>
        <source>%1 has no array %2, which the cloud&apos;s network needs</source>
        <translation>%1에 클라우드의 신경망에 필요한 배열 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1: the array %2 is not of 32-bit numbers</source>
        <translation>%1: 배열 %2이(가) 32비트 수가 아닙니다</translation>
    </message>
    <message>
        <source>The model %1 has the base network %2, which SageMaker does not have: only vgg-16 and resnet-50 can be handed to the cloud.</source>
        <translation>모델 %1의 기반 신경망은 %2인데 SageMaker에는 없습니다: vgg-16과 resnet-50만 클라우드로 넘길 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ArtifactInfo</name>
    <message>
        <source>The model %1 has %2 classes, but %3 were named: %4</source>
        <translation>모델 %1의 클래스는 %2개인데 이름이 %3개 주어졌습니다: %4</translation>
    </message>
</context>
<context>
    <name>ArtifactNetwork</name>
    <message>
        <source>the parameter %1 is missing</source>
        <translation>매개변수 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>the parameter %1 has the shape %2, and the network needs %3</source>
        <translation>매개변수 %1의 모양이 %2인데, 신경망에는 %3이(가) 필요합니다</translation>
    </message>
    <message>
        <source>the array %1 holds numbers that are not finite (NaN or infinity)</source>
        <translation>배열 %1에 유한하지 않은 수(NaN 또는 무한대)가 있습니다</translation>
    </message>
    <message>
        <source>This program has no network %1</source>
        <translation>이 프로그램에는 신경망 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>the network has no %1</source>
        <translation>신경망에 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>The network of %1 is none of those that this program trains; it can only detect.</source>
        <translation>%1의 신경망은 이 프로그램이 학습하는 것이 아닙니다. 감지만 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>AugmentCommand</name>
    <message>
        <source>Show what the network sees of the training images</source>
        <translation>신경망이 보게 되는 학습 이미지를 보여 줍니다</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Folder for the pictures, NUMBER-IMAGE-EPOCH.png</source>
        <translation>그림을 넣을 폴더 (번호-이미지-에포크.png)</translation>
    </message>
    <message>
        <source>Vary images as this preset does</source>
        <translation>이 프리셋이 하는 대로 이미지를 변형</translation>
    </message>
    <message>
        <source>How many training images (8)</source>
        <translation>학습 이미지 수 (8)</translation>
    </message>
    <message>
        <source>How many epochs of each (4)</source>
        <translation>이미지마다 볼 에포크 수 (4)</translation>
    </message>
    <message>
        <source>Side of the square that the network sees (300)</source>
        <translation>신경망이 보는 정사각형의 한 변 (300)</translation>
    </message>
    <message>
        <source>The seed of the training (1)</source>
        <translation>학습의 시드 (1)</translation>
    </message>
    <message>
        <source>%1 has no labelled image to train on.</source>
        <translation>%1에 학습할 라벨 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 images.</source>
        <translation>이미지 %2개 중 %1개에서 멈췄습니다.</translation>
    </message>
</context>
<context>
    <name>AugmentationSettings</name>
    <message>
        <source>&quot;%1&quot; is no step of augmentation; the steps are %2.</source>
        <translation>&quot;%1&quot;은(는) 데이터 증강 단계가 아닙니다. 단계는 %2입니다.</translation>
    </message>
</context>
<context>
    <name>AugmentedManifest</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1 is longer than a manifest&apos;s line can be</source>
        <translation>%1: 매니페스트 한 줄의 최대 길이를 넘습니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the image %2 was not found</source>
        <translation>%1: 이미지 %2을(를) 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>SageMaker augmented manifest</source>
        <translation>SageMaker 증강 매니페스트</translation>
    </message>
    <message>
        <source>%1 holds no manifest (*.manifest, *.jsonl)</source>
        <translation>%1에 매니페스트(*.manifest, *.jsonl)가 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지가 하나도 없습니다</translation>
    </message>
</context>
<context>
    <name>BaseWeights</name>
    <message>
        <source>%1 is no usable file of weights: %2</source>
        <translation>%1은(는) 쓸 수 있는 가중치 파일이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>it is neither safetensors, nor torch&apos;s .pth, nor ONNX, nor MXNet&apos;s .params</source>
        <translation>safetensors도, torch의 .pth도, ONNX도, MXNet의 .params도 아닙니다</translation>
    </message>
    <message>
        <source>it holds %1</source>
        <translation>들어 있는 것: %1</translation>
    </message>
    <message>
        <source>no tensor at all</source>
        <translation>텐서가 하나도 없음</translation>
    </message>
    <message>
        <source>%1 has no weights for this base network: %2</source>
        <translation>%1에 이 기반 네트워크의 가중치가 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1을(를) 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2 tensors of the base network come from %3.</source>
        <translation>기반 네트워크의 텐서 %2개 중 %1개를 %3에서 가져왔습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) of the base network are missing there and start from random numbers: %1</source>
        <translation>
            <numerusform>그 파일에 없는 기반 네트워크의 텐서 %n개는 무작위 값에서 시작합니다: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have another shape and start from random numbers: %1</source>
        <translation>
            <numerusform>모양이 다른 텐서 %n개는 무작위 값에서 시작합니다: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) of the file have no place in the base network: %1</source>
        <translation>
            <numerusform>파일의 텐서 %n개는 기반 네트워크에 들어갈 자리가 없습니다: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchLoader</name>
    <message>
        <source>A batch of training images could not be made.</source>
        <translation>학습 이미지 묶음을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>An image could not be prepared for training.</source>
        <translation>이미지를 학습용으로 준비하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>BoxHealth</name>
    <message numerus="yes">
        <source>%n boxes reach beyond their image. The cloud refuses or cuts them; the fix cuts them at the edge and deletes those that lie outside.</source>
        <translation>
            <numerusform>박스 %n개가 이미지 밖으로 나갑니다. 클라우드는 이런 박스를 거부하거나 자릅니다. 고치면 가장자리에서 자르고, 완전히 밖에 있는 박스는 지웁니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes have no area. Nothing can be learned from them; the fix deletes them.</source>
        <translation>
            <numerusform>박스 %n개는 넓이가 없습니다. 배울 것이 없으므로, 고치면 지웁니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes repeat another box of their class. The fix deletes the later one.</source>
        <translation>
            <numerusform>박스 %n개가 같은 클래스의 다른 박스와 겹쳐 되풀이됩니다. 고치면 나중 것을 지웁니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes have a second class on the same place. Decide which one is right.</source>
        <translation>
            <numerusform>박스 %n개는 같은 자리에 다른 클래스의 박스가 또 있습니다. 어느 쪽이 맞는지 정하세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes are less than %1 pixels wide or high once the image is brought to %2 x %2: a detector hardly sees them. Train with a larger image_shape, or cut the images.</source>
        <translation>
            <numerusform>이미지를 %2 x %2(으)로 맞추면 박스 %n개의 너비나 높이가 %1픽셀보다 작아져 검출기가 거의 보지 못합니다. image_shape를 키우거나 이미지를 나누세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boxes are more than %1 times as long as wide: no prior has that shape.</source>
        <translation>
            <numerusform>박스 %n개는 길이가 너비의 %1배를 넘습니다. 이런 모양의 사전 박스는 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images have more labels than label_width %1 holds: a training in the cloud stops at the first. The fullest has %2 labels; set label_width to %3.</source>
        <translation>
            <numerusform>이미지 %n개에 label_width %1(으)로 담을 수 없는 수의 라벨이 있어, 클라우드 학습이 그 이미지에서 멈춥니다. 가장 많은 이미지의 라벨은 %2개입니다. label_width를 %3(으)로 정하세요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>그 밖 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>most: %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>아직 보여 줄 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message>
        <source>Nothing was found.</source>
        <translation>발견된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Look for what spoils a training or an export</source>
        <translation>학습이나 내보내기를 망칠 것을 찾습니다</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Side of the square that the network will see (300)</source>
        <translation>네트워크가 볼 정사각형의 한 변 (300)</translation>
    </message>
    <message>
        <source>label_width of a training in the cloud (350)</source>
        <translation>클라우드 학습의 label_width (350)</translation>
    </message>
    <message>
        <source>Do not open the image files</source>
        <translation>이미지 파일을 열지 않습니다</translation>
    </message>
    <message>
        <source>First mend what needs no decision: cut boxes at the edge, delete those without area and those that repeat another</source>
        <translation>먼저 판단이 필요 없는 것을 고칩니다. 박스를 가장자리에서 자르고, 넓이가 없거나 되풀이된 박스를 지웁니다</translation>
    </message>
    <message>
        <source>Mend boxes</source>
        <translation>박스 고치기</translation>
    </message>
    <message numerus="yes">
        <source>%n boxes were mended.</source>
        <translation>
            <numerusform>박스 %n개를 고쳤습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Images by their boxes: %1</source>
        <translation>박스 수별 이미지: %1</translation>
    </message>
    <message>
        <source>Boxes by the edge of a square of their area, in percent of the image&apos;s, from: %1</source>
        <translation>같은 넓이의 정사각형 한 변별 박스(이미지의 몇 퍼센트부터): %1</translation>
    </message>
    <message>
        <source>Boxes by width / height, from: %1</source>
        <translation>너비/높이 비율별 박스(이 값부터): %1</translation>
    </message>
</context>
<context>
    <name>Checkpoint</name>
    <message>
        <source>it lacks %1</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 has another shape</source>
        <translation>%1의 모양이 다릅니다</translation>
    </message>
    <message>
        <source>The checkpoint %1 could not be written.</source>
        <translation>체크포인트 %1을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not fit this run: %2.</source>
        <translation>체크포인트 %1이(가) 이 학습 실행과 맞지 않습니다: %2.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged.</source>
        <translation>체크포인트 %1이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>The checkpoint %1 comes from an earlier version, which this one cannot go on from. Start a new run from that run&apos;s last model instead.</source>
        <translation>체크포인트 %1은(는) 이전 버전의 것이어서 이어 갈 수 없습니다. 그 실행의 마지막 모델에서 새 실행을 시작하세요.</translation>
    </message>
</context>
<context>
    <name>ClassChoice</name>
    <message>
        <source>There is no class &quot;%1&quot;; the classes are %2</source>
        <translation>클래스 &quot;%1&quot;이(가) 없습니다. 있는 클래스: %2</translation>
    </message>
    <message>
        <source>No class is left to export</source>
        <translation>내보낼 클래스가 남지 않았습니다</translation>
    </message>
</context>
<context>
    <name>ClassHealth</name>
    <message numerus="yes">
        <source>%n classes have no label: %1. Their numbers stand empty in every export, and a detector is trained for a class that it never sees. Label them or delete them.</source>
        <translation>
            <numerusform>클래스 %n개에 라벨이 없습니다: %1. 내보낼 때마다 그 번호가 비고, 검출기는 본 적 없는 클래스를 학습하게 됩니다. 라벨을 달거나 지우세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes have fewer than %1 labels: %2. A detector needs more examples of them.</source>
        <translation>
            <numerusform>클래스 %n개의 라벨이 %1개보다 적습니다: %2. 검출기에는 예가 더 필요합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes have no label in the validation split: %1. Nothing tells how well they are found; split the data set by class.</source>
        <translation>
            <numerusform>클래스 %n개는 검증 분할에 라벨이 없습니다: %1. 얼마나 잘 찾는지 알 수 없으니 클래스별로 데이터 세트를 분할하세요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassNames</name>
    <message>
        <source>%1 names no classes in its class-maps</source>
        <translation>%1의 class-map에 클래스 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1 names no classes</source>
        <translation>%1에 클래스 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>ClassOptions</name>
    <message>
        <source>Only labels of these classes</source>
        <translation>이 클래스의 라벨만</translation>
    </message>
    <message>
        <source>No labels of these classes</source>
        <translation>이 클래스의 라벨은 빼기</translation>
    </message>
    <message>
        <source>Export classes under other names; several under one name are merged</source>
        <translation>클래스를 다른 이름으로 내보내기. 같은 이름이 되는 클래스는 합칩니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no class and its new name; say OLD=NEW.</source>
        <translation>&quot;%1&quot;에 클래스와 새 이름이 없습니다. 이전=새이름 꼴로 쓰세요.</translation>
    </message>
</context>
<context>
    <name>CloudHandOver</name>
    <message>
        <source>A training job needs training images, and none of the chosen images is in that split</source>
        <translation>학습 작업에는 학습 이미지가 필요하지만, 선택한 이미지 가운데 학습 분할에 든 것이 없습니다</translation>
    </message>
    <message>
        <source>A training job needs validation images, and none of the labelled images is in that split; split the data set first</source>
        <translation>학습 작업에는 검증 이미지가 필요하지만, 라벨이 있는 이미지 가운데 검증 분할에 든 것이 없습니다. 먼저 데이터 세트를 분할하세요</translation>
    </message>
</context>
<context>
    <name>CloudRun</name>
    <message>
        <source>There is a run %1 already</source>
        <translation>실행 %1이(가) 이미 있습니다</translation>
    </message>
</context>
<context>
    <name>CocoFile</name>
    <message>
        <source>captions</source>
        <translation>설명문</translation>
    </message>
    <message>
        <source>panoptic segments</source>
        <translation>파놉틱 분할</translation>
    </message>
    <message>
        <source>%1 is a list, as COCO&apos;s results are: it names no images</source>
        <translation>%1은(는) COCO 결과 파일처럼 목록이며 이미지 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1, line %2: the JSON is nested deeper than %3 levels</source>
        <translation>%1, %2번째 줄: JSON이 %3단계보다 깊게 중첩되었습니다</translation>
    </message>
    <message>
        <source>%1, line %2: this is not valid JSON</source>
        <translation>%1, %2번째 줄: 올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>%1 has no list of images: this is not COCO</source>
        <translation>%1에 이미지 목록이 없습니다. COCO 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1 holds %2, which have no boxes</source>
        <translation>%1에는 %2만 있고 박스가 없습니다</translation>
    </message>
</context>
<context>
    <name>CocoFormat</name>
    <message>
        <source>COCO JSON</source>
        <translation>COCO JSON</translation>
    </message>
    <message>
        <source>%1 holds no COCO file (*.json)</source>
        <translation>%1에 COCO 파일(*.json)이 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>CocoReader</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n annotations belong to no image</source>
        <translation>
            <numerusform>%1: 어느 이미지에도 속하지 않는 항목이 %n개 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: images[%2]: file_name is %3</source>
        <translation>%1: images[%2]: file_name이 %3입니다</translation>
    </message>
    <message>
        <source>%1: the image %2 was not found</source>
        <translation>%1: 이미지 %2을(를) 찾지 못했습니다</translation>
    </message>
    <message>
        <source>%1: annotation %2 of %3</source>
        <translation>%1: %3의 항목 %2</translation>
    </message>
    <message>
        <source>%1 has no area: bbox is %2</source>
        <translation>%1의 넓이가 없습니다. bbox는 %2입니다</translation>
    </message>
    <message>
        <source>%1 is a polygon: its bounds became the box</source>
        <translation>%1은(는) 다각형이므로 경계를 박스로 삼았습니다</translation>
    </message>
    <message>
        <source>%1: bbox is %2</source>
        <translation>%1: bbox가 %2입니다</translation>
    </message>
    <message>
        <source>%1: category_id %2 is not among the categories</source>
        <translation>%1: category_id %2이(가) categories에 없습니다</translation>
    </message>
</context>
<context>
    <name>CocoWriter</name>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n outlines were left out, because their boxes were changed</source>
        <translation>
            <numerusform>박스가 바뀌어 윤곽선 %n개를 뺐습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Accept suggestions</source>
        <translation>제안 수락</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>이미지 추가</translation>
    </message>
    <message>
        <source>Draw box</source>
        <translation>박스 그리기</translation>
    </message>
    <message>
        <source>Add boxes</source>
        <translation>박스 추가</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>클래스 변경</translation>
    </message>
    <message>
        <source>Delete class</source>
        <translation>클래스 삭제</translation>
    </message>
    <message>
        <source>Delete boxes</source>
        <translation>박스 삭제</translation>
    </message>
    <message>
        <source>Import data set</source>
        <translation>데이터 세트 가져오기</translation>
    </message>
    <message>
        <source>Change order of classes</source>
        <translation>클래스 순서 변경</translation>
    </message>
    <message>
        <source>Resize box</source>
        <translation>박스 크기 변경</translation>
    </message>
    <message>
        <source>Move boxes</source>
        <translation>박스 이동</translation>
    </message>
    <message>
        <source>Reject suggestions</source>
        <translation>제안 거절</translation>
    </message>
    <message>
        <source>Relocate images</source>
        <translation>이미지 위치 다시 지정</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>이미지 제거</translation>
    </message>
    <message>
        <source>Change class of boxes</source>
        <translation>박스의 클래스 변경</translation>
    </message>
    <message>
        <source>Mark boxes</source>
        <translation>박스에 표시</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>검토됨으로 표시</translation>
    </message>
    <message>
        <source>Mark as empty</source>
        <translation>비어 있음으로 표시</translation>
    </message>
    <message>
        <source>Mark as not yet reviewed</source>
        <translation>미검토로 표시</translation>
    </message>
    <message>
        <source>Change split</source>
        <translation>분할 변경</translation>
    </message>
    <message>
        <source>Detect objects</source>
        <translation>객체 찾기</translation>
    </message>
    <message>
        <source>Split the data set</source>
        <translation>데이터 세트 분할</translation>
    </message>
    <message>
        <source>Move box</source>
        <translation>박스 이동</translation>
    </message>
    <message>
        <source>Delete box</source>
        <translation>박스 삭제</translation>
    </message>
    <message>
        <source>Accept suggestion</source>
        <translation>제안 수락</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Standard output could not take all of the result; is the disk full?</source>
        <translation>표준 출력에 결과를 다 쓰지 못했습니다. 디스크가 가득 찼습니까?</translation>
    </message>
</context>
<context>
    <name>ConvertCommand</name>
    <message>
        <source>Turn the files of one format into another&apos;s, without a project</source>
        <translation>프로젝트 없이 한 형식의 파일을 다른 형식으로 바꿉니다</translation>
    </message>
    <message>
        <source>What to read; the format is told from the content without ID</source>
        <translation>읽을 것. ID가 없으면 내용에서 형식을 알아냅니다</translation>
    </message>
    <message>
        <source>Format to write, and the folder to make</source>
        <translation>쓸 형식과 만들 폴더</translation>
    </message>
    <message>
        <source>Where the images lie (beside the annotations)</source>
        <translation>이미지가 있는 곳 (주석 파일 옆)</translation>
    </message>
    <message>
        <source>Put a copy of every image beside the labels</source>
        <translation>모든 이미지의 사본을 라벨 옆에 둡니다</translation>
    </message>
    <message>
        <source>Label attribute of manifests (boxes)</source>
        <translation>매니페스트의 라벨 속성 (boxes)</translation>
    </message>
    <message>
        <source>Address that stands for the image folder in manifests</source>
        <translation>매니페스트에서 이미지 폴더를 나타내는 주소</translation>
    </message>
    <message>
        <source>Folder that paths in the result start from (the deepest that holds all images)</source>
        <translation>결과의 경로가 시작하는 폴더 (모든 이미지를 담은 가장 깊은 폴더)</translation>
    </message>
    <message>
        <source>%1 names no format to write; say for instance coco:%1.</source>
        <translation>%1에 쓸 형식이 없습니다. 예를 들어 coco:%1처럼 쓰세요.</translation>
    </message>
    <message>
        <source>%1: %2 images, %3 labels</source>
        <translation>%1: 이미지 %2개, 라벨 %3개</translation>
    </message>
</context>
<context>
    <name>ConvertDataset</name>
    <message>
        <source>%1 can be read but not written</source>
        <translation>%1은(는) 읽을 수 있지만 쓸 수는 없습니다</translation>
    </message>
    <message>
        <source>The conversion was stopped</source>
        <translation>변환을 멈췄습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions that nobody has accepted are left out</source>
        <translation>
            <numerusform>아무도 받아들이지 않은 제안 %n개를 뺍니다</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to write: no image has labels</source>
        <translation>쓸 것이 없습니다. 라벨이 있는 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Nothing was written, because reading it back told of a problem: %1</source>
        <translation>다시 읽는 중에 문제가 있어 아무것도 쓰지 않았습니다: %1</translation>
    </message>
</context>
<context>
    <name>CreateMlFormat</name>
    <message>
        <source>%1: entry %2: %3</source>
        <comment>file, number, what is wrong</comment>
        <translation>%1: 항목 %2: %3</translation>
    </message>
    <message>
        <source>Create ML JSON</source>
        <translation>Create ML JSON</translation>
    </message>
    <message>
        <source>%1 holds no list of images as Create ML writes it (*.json)</source>
        <translation>%1에 Create ML이 쓰는 이미지 목록(*.json)이 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>CreateMlJson</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1: label is %2</source>
        <translation>%1: label이 %2입니다</translation>
    </message>
    <message>
        <source>%1 has no area: coordinates are %2</source>
        <translation>%1의 넓이가 없습니다. coordinates는 %2입니다</translation>
    </message>
    <message>
        <source>%1: coordinates are %2</source>
        <translation>%1: coordinates가 %2입니다</translation>
    </message>
    <message>
        <source>&quot;image&quot; is missing: this entry names no image</source>
        <translation>&quot;image&quot;가 없습니다. 이 항목에는 이미지 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>CreateMlWriter</name>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
</context>
<context>
    <name>CsvBoxes</name>
    <message>
        <source>%1: the column %2 is not understood and not kept</source>
        <translation>%1: 열 %2은(는) 알 수 없어 남기지 않습니다</translation>
    </message>
    <message>
        <source>%1 is no table of boxes: it needs the columns image, class, left, top, right and bottom (or xmin, ymin, xmax and ymax)</source>
        <translation>%1은(는) 박스 표가 아닙니다: image, class, left, top, right, bottom 열(또는 xmin, ymin, xmax, ymax)이 있어야 합니다</translation>
    </message>
    <message>
        <source>%1, line %2: the image has no name</source>
        <translation>%1, %2번째 줄: 이미지에 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1: class is empty</source>
        <translation>%1: 클래스가 비어 있습니다</translation>
    </message>
    <message>
        <source>%1: corners are %2</source>
        <translation>%1: 모서리 값이 %2입니다</translation>
    </message>
    <message>
        <source>%1 has no area: corners are %2</source>
        <translation>%1의 넓이가 없습니다: 모서리 값이 %2입니다</translation>
    </message>
</context>
<context>
    <name>CsvCursor</name>
    <message>
        <source>a record has more than %1 bytes</source>
        <translation>레코드 하나가 %1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>a quote is never closed</source>
        <translation>따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>something follows a closing quote</source>
        <translation>닫는 따옴표 뒤에 다른 글자가 있습니다</translation>
    </message>
</context>
<context>
    <name>CsvFormat</name>
    <message>
        <source>Table of boxes (CSV)</source>
        <translation>박스 표(CSV)</translation>
    </message>
    <message>
        <source>%1 holds no table of boxes (*.csv)</source>
        <translation>%1에 박스 표(*.csv)가 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지를 가리키지 않습니다</translation>
    </message>
</context>
<context>
    <name>CsvGroups</name>
    <message>
        <source>%1: its first line names no column %2</source>
        <translation>%1: 첫 줄에 %2 열이 없습니다</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
</context>
<context>
    <name>CvatFormat</name>
    <message>
        <source>CVAT for images (XML 1.1)</source>
        <translation>이미지용 CVAT(XML 1.1)</translation>
    </message>
    <message>
        <source>%1 holds no XML of CVAT (annotations.xml)</source>
        <translation>%1에 CVAT의 XML(annotations.xml)이 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지를 가리키지 않습니다</translation>
    </message>
</context>
<context>
    <name>CvatReader</name>
    <message>
        <source>%1: line %2 is not valid XML: %3</source>
        <translation>%1: %2번째 줄이 올바른 XML이 아닙니다: %3</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%1 is no XML of CVAT: its element is &lt;%2&gt;</source>
        <translation>%1은(는) CVAT의 XML이 아닙니다: 요소가 &lt;%2&gt;입니다</translation>
    </message>
    <message>
        <source>%1 is CVAT&apos;s XML for video, with tracks instead of images; export it from CVAT as &quot;CVAT for images 1.1&quot;</source>
        <translation>%1은(는) 이미지 대신 트랙이 있는 CVAT의 비디오용 XML입니다. CVAT에서 &quot;CVAT for images 1.1&quot;로 내보내세요</translation>
    </message>
    <message>
        <source>%1: tracks of a video are not read</source>
        <translation>%1: 비디오의 트랙은 읽지 않습니다</translation>
    </message>
    <message>
        <source>%1, line %2: the image has no name</source>
        <translation>%1, %2번째 줄: 이미지에 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1: %2 has tags for the whole image, which are no boxes</source>
        <translation>%1: %2에 이미지 전체에 대한 태그가 있는데, 이것은 박스가 아닙니다</translation>
    </message>
    <message>
        <source>%1, line %2: %3, shape %4 (%5)</source>
        <translation>%1, %2번째 줄: %3, %4번째 도형(%5)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has no area</source>
        <translation>%1의 넓이가 없습니다</translation>
    </message>
    <message>
        <source>%1: its bounds became the box</source>
        <translation>%1: 도형을 둘러싼 사각형을 박스로 삼았습니다</translation>
    </message>
</context>
<context>
    <name>CvatShape</name>
    <message>
        <source>label is empty</source>
        <translation>label이 비어 있습니다</translation>
    </message>
    <message>
        <source>its corners are not numbers of pixels</source>
        <translation>모서리 값이 픽셀 수가 아닙니다</translation>
    </message>
</context>
<context>
    <name>DatasetCharts</name>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>분할 없음</translation>
    </message>
    <message>
        <source>Labels of each class</source>
        <translation>클래스별 라벨</translation>
    </message>
    <message>
        <source>Balance of the splits</source>
        <translation>분할의 균형</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Where boxes lie</source>
        <translation>박스의 위치</translation>
    </message>
    <message numerus="yes">
        <source>all images laid over each other; at the brightest place %n boxes</source>
        <translation>
            <numerusform>모든 이미지를 겹쳐 놓은 모습. 가장 밝은 곳에 박스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Boxes per image</source>
        <translation>이미지당 박스</translation>
    </message>
    <message>
        <source>boxes; the last column holds all above</source>
        <translation>박스 수. 마지막 기둥은 그 이상 전부</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>edge of a square of the same area, in percent of the image&apos;s</source>
        <translation>같은 넓이의 정사각형 한 변, 이미지 대비 백분율</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>width / height</source>
        <translation>너비 / 높이</translation>
    </message>
</context>
<context>
    <name>DatasetFormat</name>
    <message>
        <source>%1 can be read but not written</source>
        <translation>%1 형식은 읽을 수만 있고 쓸 수는 없습니다</translation>
    </message>
</context>
<context>
    <name>DetectionRunner</name>
    <message>
        <source>%1: detection was stopped by an unexpected error: %2</source>
        <translation>%1: 예기치 않은 오류로 객체 찾기가 중단되었습니다: %2</translation>
    </message>
    <message>
        <source>The model %1 knows classes that this project does not have; what it finds of them is left out: %2</source>
        <translation>모델 %1에는 이 프로젝트에 없는 클래스가 있습니다. 이 클래스로 찾은 것은 제외합니다: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) got no suggestions: %1</source>
        <translation>
            <numerusform>이미지 %n개에서 제안을 만들지 못했습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding objects</source>
        <translation>객체 찾는 중</translation>
    </message>
</context>
<context>
    <name>DetectorBackend</name>
    <message>
        <source>The detector module boxwright_ssd was not found. These folders were searched: %1</source>
        <translation>검출기 모듈 boxwright_ssd를 찾을 수 없습니다. 찾아본 폴더: %1</translation>
    </message>
    <message>
        <source>The detector module %1 could not be loaded: %2</source>
        <translation>검출기 모듈 %1을(를) 불러올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is not a detector module of Boxwright</source>
        <translation>%1은(는) Boxwright의 검출기 모듈이 아닙니다</translation>
    </message>
    <message>
        <source>The detector module %1 is of version %2, but this program is version %3</source>
        <translation>검출기 모듈 %1의 버전은 %2인데 이 프로그램의 버전은 %3입니다</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>&quot;%1&quot; is no device: it can be auto, cpu, cuda, cuda:1, cuda:0,1 or cuda:all.</source>
        <translation>&quot;%1&quot;은(는) 장치가 아닙니다. auto, cpu, cuda, cuda:1, cuda:0,1, cuda:all 중에서 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>DeviceOption</name>
    <message>
        <source>Where to compute: auto (a GPU where there is one), cpu, cuda, cuda:1, cuda:0,1, cuda:all</source>
        <translation>계산할 곳: auto(GPU가 있으면 GPU), cpu, cuda, cuda:1, cuda:0,1, cuda:all</translation>
    </message>
    <message>
        <source>What convolutions compute in (float32); mixed: bfloat16, where the device is faster</source>
        <translation>합성곱의 계산 정밀도(float32); mixed: 장치가 더 빠르면 bfloat16</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>There is no GPU number %1 (cuda:%1): this machine has %n, counted from 0.</source>
        <translation>
            <numerusform>%1번 GPU(cuda:%1)가 없습니다. 이 컴퓨터에는 GPU가 %n개 있으며 번호는 0부터 셉니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>LibTorch finds no GPU here: none is built in, its driver is missing or too old, or this program was built with a LibTorch that knows none. Choose auto or cpu.</source>
        <translation>LibTorch가 여기서 GPU를 찾지 못했습니다. GPU가 없거나, 드라이버가 없거나 너무 오래되었거나, GPU를 모르는 LibTorch로 이 프로그램을 빌드한 경우입니다. auto나 cpu를 고르세요.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>%1 (GPU %2)</source>
        <translation>%1(GPU %2)</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>프로세서</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 answered with another part of the file than was asked for.</source>
        <translation>%1이(가) 요청한 것과 다른 부분을 보냈습니다.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 bytes that are allowed.</source>
        <translation>%1이(가) 허용된 %2바이트보다 큽니다.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 받는 중</translation>
    </message>
    <message>
        <source>There is no way to %1: this computer seems to have no network. Training from scratch works without it, and so does a file that you bring yourself.</source>
        <translation>%1에 닿을 수 없습니다. 이 컴퓨터가 네트워크에 연결되어 있지 않은 것 같습니다. 처음부터 학습하거나 직접 가져온 파일을 쓰면 네트워크 없이도 됩니다.</translation>
    </message>
    <message>
        <source>%1 answered %2 (%3): the file may have moved. Its address can be changed.</source>
        <translation>%1의 응답은 %2(%3)입니다. 파일이 옮겨졌을 수 있으며, 주소는 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 could not be fetched: %2</source>
        <translation>%1을(를) 받을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Fetching %1 was stopped; the next attempt goes on from there.</source>
        <translation>%1 받기를 멈추었습니다. 다음에 받을 때는 이어서 받습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 ended after %2 of %3 bytes; the next attempt goes on from there.</source>
        <translation>%1와(과)의 연결이 %3바이트 중 %2바이트에서 끊겼습니다. 다음에 받을 때는 이어서 받습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address that files are fetched from: it must begin with https://.</source>
        <translation>&quot;%1&quot;은(는) 파일을 받을 수 있는 주소가 아닙니다. https://로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>%1 is not the file that was expected: its SHA-256 does not begin with %2. It was thrown away.</source>
        <translation>%1은(는) 기대한 파일이 아닙니다. SHA-256이 %2(으)로 시작하지 않아 버렸습니다.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1분 미만</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
</context>
<context>
    <name>EndpointResponse</name>
    <message>
        <source>%1 is %2</source>
        <translation>%1 값이 %2입니다</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>it holds neither a list &quot;prediction&quot; nor a list &quot;annotations&quot;</source>
        <translation>목록 &quot;prediction&quot;도 목록 &quot;annotations&quot;도 없습니다</translation>
    </message>
    <message>
        <source>it holds more than %1 boxes</source>
        <translation>박스가 %1개를 넘습니다</translation>
    </message>
</context>
<context>
    <name>EvaluateCommand</name>
    <message>
        <source>%1 has no labelled image in the split &quot;%2&quot; to measure a model on.</source>
        <translation>%1의 &quot;%2&quot; 분할에 모델을 평가할 라벨 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Measure a model on labelled images of a project</source>
        <translation>프로젝트의 라벨 있는 이미지로 모델 평가</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Images to measure on: a split, or &quot;all&quot; (validation)</source>
        <translation>평가할 이미지: 분할 이름 또는 &quot;all&quot;(validation)</translation>
    </message>
    <message>
        <source>voc: area under the curve; voc07: 11 points; coco: mean over IoU .50 to .95, and its twelve numbers; mxnet and mxnet07: as SageMaker counts, with its quirks (voc)</source>
        <translation>voc: 곡선 아래 넓이, voc07: 11점, coco: IoU .50~.95 평균과 열두 가지 수치, mxnet과 mxnet07: SageMaker의 계산 방식 그대로(voc)</translation>
    </message>
    <message>
        <source>    AP   boxes  best confidence  precision  recall      F1  class</source>
        <translation>    AP    박스      최적 신뢰도     정밀도  재현율      F1  클래스</translation>
    </message>
    <message>
        <source>small, to 32 x 32 pixels</source>
        <translation>작음, 32 x 32픽셀까지</translation>
    </message>
    <message>
        <source>medium, to 96 x 96 pixels</source>
        <translation>중간, 96 x 96픽셀까지</translation>
    </message>
    <message>
        <source>large</source>
        <translation>큼</translation>
    </message>
    <message>
        <source>    AP   boxes  size</source>
        <translation>    AP    박스  크기</translation>
    </message>
    <message>
        <source>Taken for (rows: what it is; columns: what was found, at each class&apos;s best confidence)</source>
        <translation>혼동 행렬(행: 실제 클래스, 열: 찾은 클래스, 클래스마다 최적 신뢰도 기준)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>Overlap from which a detection is right; not for coco (0.5)</source>
        <translation>맞은 것으로 보는 최소 겹침. coco에는 쓰지 않음(0.5)</translation>
    </message>
    <message>
        <source>The model&apos;s %1 classes have no names, and the project has %2 classes: say which are which with --classes.</source>
        <translation>모델의 클래스 %1개에는 이름이 없고, 프로젝트의 클래스는 %2개입니다: --classes로 어느 것이 어느 것인지 알려 주십시오.</translation>
    </message>
    <message>
        <source>%1 labelled images have no answer and are left out</source>
        <translation>라벨이 있는 이미지 %1개는 응답이 없어서 뺐습니다</translation>
    </message>
    <message>
        <source>%1 answers are about images that are not measured on</source>
        <translation>응답 %1개는 평가하지 않는 이미지에 대한 것입니다</translation>
    </message>
    <message>
        <source>Instead of a model: answers of an endpoint, a folder of *.out or lines of predict</source>
        <translation>모델 대신: 엔드포인트의 응답, *.out 폴더 또는 predict가 쓴 줄</translation>
    </message>
    <message>
        <source>Say what is to be measured: --model or --responses.</source>
        <translation>무엇을 평가할지 알려 주십시오: --model 또는 --responses.</translation>
    </message>
</context>
<context>
    <name>EventFile</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>ExportCheck</name>
    <message>
        <source>The export was not kept, because reading it back told of a problem: %1</source>
        <translation>내보낸 것을 다시 읽는 중에 문제가 발견되어 결과를 버렸습니다: %1</translation>
    </message>
    <message>
        <source>The export was not kept, because %1 came back changed when it was read again</source>
        <translation>다시 읽어 보니 %1의 내용이 달라져 있어 내보낸 결과를 버렸습니다</translation>
    </message>
    <message>
        <source>The export was not kept, because it holds images that the data set does not have</source>
        <translation>데이터 세트에 없는 이미지가 들어 있어 내보낸 결과를 버렸습니다</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>Write a project&apos;s labels for another program</source>
        <translation>프로젝트의 라벨을 다른 프로그램용으로 쓰기</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Format to write</source>
        <translation>쓸 형식</translation>
    </message>
    <message>
        <source>Folder to make; an older export there is replaced</source>
        <translation>만들 폴더. 그곳의 이전 내보내기 결과는 바뀝니다</translation>
    </message>
    <message>
        <source>Only images of this split</source>
        <translation>이 분할의 이미지만</translation>
    </message>
    <message>
        <source>Only images that a person has reviewed</source>
        <translation>사람이 검토한 이미지만</translation>
    </message>
    <message>
        <source>Put a copy of every image beside the labels</source>
        <translation>라벨 옆에 모든 이미지의 사본 두기</translation>
    </message>
    <message>
        <source>Label attribute of manifests (boxes)</source>
        <translation>매니페스트의 라벨 속성(boxes)</translation>
    </message>
    <message>
        <source>Address that stands for the image folder in manifests</source>
        <translation>매니페스트에서 이미지 폴더를 대신하는 주소</translation>
    </message>
    <message>
        <source>Folder that paths in the export start from (the project&apos;s)</source>
        <translation>내보낸 경로의 기준 폴더(프로젝트 폴더)</translation>
    </message>
    <message>
        <source>%1: %2 images, %3 labels</source>
        <translation>%1: 이미지 %2개, 라벨 %3개</translation>
    </message>
    <message>
        <source>%1: num_classes %2, num_training_samples %3, label_width %4; start it with %5</source>
        <translation>%1: num_classes %2, num_training_samples %3, label_width %4. %5(으)로 시작하세요</translation>
    </message>
    <message>
        <source>No images that were confirmed to be empty</source>
        <translation>비어 있다고 확인한 이미지는 빼기</translation>
    </message>
    <message>
        <source>Turn copies upright, so that they need no EXIF orientation</source>
        <translation>복사본을 바로 세워 EXIF 방향 정보가 필요 없게 하기</translation>
    </message>
    <message>
        <source>Make copies (recordio: packed images) smaller until their shorter edge has N pixels</source>
        <translation>복사본(recordio: 담는 이미지)을 짧은 변이 N픽셀이 되도록 줄이기</translation>
    </message>
    <message>
        <source>JPEG quality of images that are encoded anew (95)</source>
        <translation>다시 인코딩하는 이미지의 JPEG 품질 (95)</translation>
    </message>
    <message>
        <source>Export although the order of classes is not that of the last export</source>
        <translation>클래스 순서가 지난 내보내기와 달라도 내보내기</translation>
    </message>
    <message>
        <source>Say what would be exported and what the format cannot carry; write nothing</source>
        <translation>무엇을 내보낼지, 형식이 담지 못하는 것이 무엇인지만 알리고 아무것도 쓰지 않기</translation>
    </message>
    <message>
        <source>The order of the classes could not be kept in the project; the next export cannot be compared with this one.</source>
        <translation>클래스 순서를 프로젝트에 남기지 못했습니다. 다음 내보내기를 이번 것과 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Classes in this order: %1</source>
        <translation>클래스 순서: %1</translation>
    </message>
    <message>
        <source>The classes were exported in another order before: %1. What was trained on that export would take one class for another; say --accept-class-order to export all the same.</source>
        <translation>전에는 클래스를 다른 순서로 내보냈습니다: %1. 그때 내보낸 것으로 학습한 모델은 클래스를 뒤바꾸게 됩니다. 그래도 내보내려면 --accept-class-order를 쓰세요.</translation>
    </message>
    <message>
        <source>Only copies can be turned or made smaller; say --copy-images as well.</source>
        <translation>복사본만 돌리거나 줄일 수 있습니다. --copy-images도 함께 쓰세요.</translation>
    </message>
</context>
<context>
    <name>ExportDataset</name>
    <message>
        <source>%1 can be read but not written</source>
        <translation>%1 형식은 읽을 수만 있고 쓸 수는 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to export: no image has labels</source>
        <translation>내보낼 것이 없습니다: 라벨이 있는 이미지가 없습니다</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 중지했습니다</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be copied to %2: %3</source>
        <translation>%1 파일을 %2(으)로 복사할 수 없습니다: %3</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message numerus="yes">
        <source>%n images without labels are left out (first: %1)</source>
        <translation>
            <numerusform>라벨이 없는 이미지 %n개를 뺍니다 (처음: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were confirmed to be empty, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>비어 있다고 확인한 이미지가 %n개 있지만 이 형식에는 담을 수 없습니다 (처음: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images have a split, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>분할이 정해진 이미지가 %n개 있지만 이 형식에는 담을 수 없습니다 (처음: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels have a confidence, which this format cannot say (first: %1)</source>
        <translation>
            <numerusform>신뢰도가 있는 라벨이 %n개 있지만 이 형식에는 담을 수 없습니다 (처음: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels are marked in a way (difficult, occluded, truncated or crowd) that this format cannot say (first: %1)</source>
        <translation>
            <numerusform>어려움, 가려짐, 잘림 또는 무리 표시가 있는 라벨이 %n개 있지만 이 형식에는 담을 수 없습니다 (처음: %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels carry details of another format that this one cannot say (first: %1)</source>
        <translation>
            <numerusform>다른 형식의 세부 정보를 지닌 라벨이 %n개 있지만 이 형식에는 담을 수 없습니다 (처음: %1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTally</name>
    <message>
        <source>%1 images became %2</source>
        <translation>이미지 %1개가 %2개로 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1 labels became %2</source>
        <translation>라벨 %1개가 %2개로 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1 labels of the class %2 became %3</source>
        <translation>클래스 %2의 라벨 %1개가 %3개로 바뀌었습니다</translation>
    </message>
    <message>
        <source>boxes of the class %1 moved</source>
        <translation>클래스 %1의 박스가 움직였습니다</translation>
    </message>
</context>
<context>
    <name>FileIo</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is too large to read: %2 bytes, at most %3 are allowed</source>
        <translation>%1 파일이 너무 큽니다: %2바이트이며, 최대 %3바이트까지 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <translation>폴더 %1을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is too large to read: it has more than the %2 bytes that are allowed</source>
        <translation>%1이(가) 너무 커서 읽을 수 없습니다: 허용된 %2바이트보다 깁니다</translation>
    </message>
</context>
<context>
    <name>FolderSwap</name>
    <message>
        <source>The folder %1 could not be made</source>
        <translation>폴더 %1을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be replaced</source>
        <translation>%1을(를) 바꿀 수 없습니다</translation>
    </message>
</context>
<context>
    <name>FormatNotes</name>
    <message numerus="yes">
        <source>... and %n more of this sort</source>
        <translation>
            <numerusform>... 같은 종류 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>... and %1 more of the kind &quot;%2&quot;; --json tells all.</source>
        <translation>... &quot;%2&quot; 종류 %1개 더. --json으로 모두 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>FormatRegistry</name>
    <message>
        <source>%1 does not exist</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 looks like none of the known formats</source>
        <translation>%1은(는) 아는 형식이 아닌 것 같습니다</translation>
    </message>
</context>
<context>
    <name>GraphArithmetic</name>
    <message>
        <source>the two values have different shapes</source>
        <translation>두 값의 모양이 다릅니다</translation>
    </message>
    <message>
        <source>the values have different shapes</source>
        <translation>값들의 모양이 다릅니다</translation>
    </message>
    <message>
        <source>the condition has another shape</source>
        <translation>조건의 모양이 다릅니다</translation>
    </message>
    <message>
        <source>mode &quot;always&quot; makes every result a matter of chance</source>
        <translation>mode &quot;always&quot;를 쓰면 결과가 매번 우연에 따라 달라집니다</translation>
    </message>
</context>
<context>
    <name>GraphCompiler</name>
    <message>
        <source>%1: node %2 (%3): %4</source>
        <translation>%1: 노드 %2(%3): %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 has no parameter %3, which %4 needs</source>
        <translation>%1: %4에 필요한 매개변수 %3이(가) %2에 없습니다</translation>
    </message>
    <message>
        <source>%1: no variable of %2 takes an image</source>
        <translation>%1: %2에 이미지를 받는 변수가 없습니다</translation>
    </message>
    <message>
        <source>this program does not know the operator</source>
        <translation>이 프로그램이 모르는 연산자입니다</translation>
    </message>
    <message numerus="yes">
        <source>it has %n input(s), which do not fit the operator</source>
        <translation>
            <numerusform>입력이 %n개라서 연산자와 맞지 않습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>output %1 is asked for</source>
        <translation>출력 %1번이 요구됩니다</translation>
    </message>
</context>
<context>
    <name>GraphDetection</name>
    <message>
        <source>attribute %1 has %2 numbers instead of 2</source>
        <translation>속성 %1의 수가 2개가 아니라 %2개입니다</translation>
    </message>
    <message>
        <source>there are %1 sizes and %2 ratios</source>
        <translation>크기가 %1개, 비율이 %2개입니다</translation>
    </message>
    <message>
        <source>variances has %1 numbers instead of 4</source>
        <translation>variances의 수가 4개가 아니라 %1개입니다</translation>
    </message>
    <message>
        <source>there are %1 box offsets and %2 prior corners for %3 priors</source>
        <translation>사전 박스 %3개에 대해 박스 오프셋이 %1개, 사전 박스 모서리 값이 %2개입니다</translation>
    </message>
    <message>
        <source>out_format differs from in_format</source>
        <translation>out_format이 in_format과 다릅니다</translation>
    </message>
    <message>
        <source>rows of %1 numbers do not hold what the attributes say</source>
        <translation>수 %1개로 된 행에 속성이 말하는 값이 들어 있지 않습니다</translation>
    </message>
</context>
<context>
    <name>GraphDetector</name>
    <message>
        <source>its class probabilities do not have the shape (1, classes + 1, priors)</source>
        <translation>클래스 확률의 모양이 (1, 클래스 수 + 1, 사전 박스 수)가 아닙니다</translation>
    </message>
    <message>
        <source>it has %1 priors, %2 box offsets and %3 prior corners</source>
        <translation>사전 박스 %1개, 박스 오프셋 %2개, 사전 박스 모서리 값 %3개가 있습니다</translation>
    </message>
    <message>
        <source>its heads ids, scores and boxes have %1, %2 and %3 numbers</source>
        <translation>출력 ids, scores, boxes의 수가 각각 %1개, %2개, %3개입니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the network %2 finds no boxes: it has neither MultiBoxDetection nor box_nms with three heads</source>
        <translation>%1: 신경망 %2은(는) 박스를 찾지 않습니다: MultiBoxDetection도, 출력이 셋인 box_nms도 없습니다</translation>
    </message>
    <message>
        <source>The model %1 cannot be used: %2</source>
        <translation>모델 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: %2 does not tell how many classes there are</source>
        <translation>%1: %2에서 클래스가 몇 개인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>%1: hyperparams.json says num_classes is %2, but %3 tells %4 classes apart</source>
        <translation>%1: hyperparams.json의 num_classes는 %2인데, %3은(는) 클래스 %4개를 구별합니다</translation>
    </message>
    <message>
        <source>There is no image to detect on</source>
        <translation>감지할 이미지가 없습니다</translation>
    </message>
    <message>
        <source>The model %1 could not be run</source>
        <translation>모델 %1을(를) 실행할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>GraphLayers</name>
    <message>
        <source>num_group is %1</source>
        <translation>num_group 값이 %1입니다</translation>
    </message>
    <message>
        <source>layout is %1; only NCHW is known</source>
        <translation>layout이 %1입니다. NCHW만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>the weight has another shape than the node needs: %1</source>
        <translation>가중치의 모양이 노드에 필요한 것과 다릅니다: %1</translation>
    </message>
    <message>
        <source>act_type &quot;%1&quot; is unknown</source>
        <translation>act_type &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>there are %1 slopes for other channels</source>
        <translation>기울기 %1개가 채널 수와 맞지 않습니다</translation>
    </message>
    <message>
        <source>the slopes are missing</source>
        <translation>기울기가 없습니다</translation>
    </message>
</context>
<context>
    <name>GraphNormalization</name>
    <message>
        <source>there are %1 numbers for %2 channels</source>
        <translation>채널 %2개에 수가 %1개입니다</translation>
    </message>
    <message>
        <source>mode &quot;%1&quot; is unknown</source>
        <translation>mode &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>%1 dimensions are too few</source>
        <translation>차원 %1개는 너무 적습니다</translation>
    </message>
    <message>
        <source>nsize is %1</source>
        <translation>nsize 값이 %1입니다</translation>
    </message>
    <message>
        <source>temperature is %1</source>
        <translation>temperature 값이 %1입니다</translation>
    </message>
</context>
<context>
    <name>GraphOperator</name>
    <message>
        <source>attribute %1 is &quot;%2&quot; and not two numbers from %3 to %4</source>
        <translation>속성 %1의 값 &quot;%2&quot;이(가) %3에서 %4까지의 두 수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 dimensions are needed, there are %2</source>
        <translation>차원이 %1개 필요한데 %2개입니다</translation>
    </message>
    <message>
        <source>the result would have more than %1 numbers</source>
        <translation>결과의 수가 %1개를 넘게 됩니다</translation>
    </message>
    <message>
        <source>there is no axis %1 in %2 dimensions</source>
        <translation>차원 %2개에는 축 %1이(가) 없습니다</translation>
    </message>
</context>
<context>
    <name>GraphPooling</name>
    <message>
        <source>the kernel is larger than the map</source>
        <translation>커널이 맵보다 큽니다</translation>
    </message>
    <message>
        <source>pool_type &quot;%1&quot; is unknown</source>
        <translation>pool_type &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>pooling_convention &quot;%1&quot; is unknown</source>
        <translation>pooling_convention &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>scale is %1</source>
        <translation>scale 값이 %1입니다</translation>
    </message>
    <message>
        <source>the weight of bilinear upsampling is missing</source>
        <translation>쌍선형 업샘플링의 가중치가 없습니다</translation>
    </message>
    <message>
        <source>sample_type &quot;%1&quot; is unknown</source>
        <translation>sample_type &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>what is to be cut out does not lie inside</source>
        <translation>잘라 낼 부분이 안쪽에 있지 않습니다</translation>
    </message>
    <message>
        <source>pad_width is &quot;%1&quot;; eight numbers that start with four zeros are known</source>
        <translation>pad_width가 &quot;%1&quot;입니다. 0 네 개로 시작하는 수 여덟 개만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>pad_width is &quot;%1&quot;</source>
        <translation>pad_width가 &quot;%1&quot;입니다</translation>
    </message>
    <message>
        <source>mode &quot;%1&quot; is unknown</source>
        <translation>mode &quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
</context>
<context>
    <name>GraphProgram</name>
    <message>
        <source>%1 could not be made ready to run: %2</source>
        <translation>%1을(를) 실행할 준비를 할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: node %2 cannot be computed from inputs of shape %3: %4</source>
        <translation>%1: 모양이 %3인 입력으로 노드 %2을(를) 계산할 수 없습니다: %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: node %2 has %n output(s), and another one is asked for</source>
        <translation>
            <numerusform>%1: 노드 %2의 출력은 %n개인데 다른 출력이 요구됩니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphReductions</name>
    <message>
        <source>only matrices can be multiplied</source>
        <translation>행렬만 곱할 수 있습니다</translation>
    </message>
</context>
<context>
    <name>GraphShapes</name>
    <message>
        <source>the shape ends after -4</source>
        <translation>모양이 -4 뒤에서 끝납니다</translation>
    </message>
    <message>
        <source>the shape wants more dimensions than there are</source>
        <translation>모양이 있는 것보다 많은 차원을 요구합니다</translation>
    </message>
    <message>
        <source>the shape holds %1</source>
        <translation>모양에 %1이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>%1 cannot be split into %2 and %3</source>
        <translation>%1을(를) %2와(과) %3(으)로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>attribute shape is missing</source>
        <translation>속성 shape가 없습니다</translation>
    </message>
    <message>
        <source>axis and size differ in length</source>
        <translation>axis와 size의 길이가 다릅니다</translation>
    </message>
    <message>
        <source>it would count %1 steps</source>
        <translation>%1단계를 세게 됩니다</translation>
    </message>
</context>
<context>
    <name>GraphSlices</name>
    <message>
        <source>nothing is left of axis %1</source>
        <translation>축 %1에 남는 것이 없습니다</translation>
    </message>
    <message>
        <source>begin and end differ in length</source>
        <translation>begin과 end의 길이가 다릅니다</translation>
    </message>
    <message>
        <source>step is %1</source>
        <translation>step 값이 %1입니다</translation>
    </message>
    <message>
        <source>axis %1 has %2 cells, and %3 are to be cut out</source>
        <translation>축 %1의 칸이 %2개인데 %3개를 잘라 내야 합니다</translation>
    </message>
    <message>
        <source>%1 cells cannot be cut into %2</source>
        <translation>칸 %1개를 %2개로 나눌 수 없습니다</translation>
    </message>
</context>
<context>
    <name>GraphTensor</name>
    <message>
        <source>the array %1 of shape %2 is empty</source>
        <translation>모양이 %2인 배열 %1이(가) 비어 있습니다</translation>
    </message>
    <message>
        <source>the array %1 holds numbers that are not finite (NaN or infinity)</source>
        <translation>배열 %1에 유한하지 않은 수(NaN 또는 무한대)가 있습니다</translation>
    </message>
</context>
<context>
    <name>HyperparameterRemarks</name>
    <message>
        <source>%1 has no effect with optimizer %2.</source>
        <translation>%1은(는) optimizer %2에서는 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>lr_scheduler_step names epoch %1, but there are %2 epochs: the learning rate does not fall there.</source>
        <translation>lr_scheduler_step에 에포크 %1이(가) 있지만 전체 에포크는 %2개입니다. 그 지점에서는 학습률이 낮아지지 않습니다.</translation>
    </message>
    <message>
        <source>early_stopping_min_epochs is %1, but there are %2 epochs: training never stops early.</source>
        <translation>early_stopping_min_epochs가 %1인데 전체 에포크는 %2개입니다. 학습이 일찍 끝나는 일은 없습니다.</translation>
    </message>
    <message>
        <source>num_training_samples is %1, but there are %2 training images. This training counts its epochs in the images that are there; SageMaker would put lr_scheduler_step elsewhere.</source>
        <translation>num_training_samples가 %1인데 학습 이미지는 %2개입니다. 여기서는 실제 이미지 수로 에포크를 셉니다. SageMaker에서는 lr_scheduler_step의 위치가 달라집니다.</translation>
    </message>
    <message>
        <source>mini_batch_size is %1, but there are %2 training images: some come twice in a batch.</source>
        <translation>mini_batch_size가 %1인데 학습 이미지는 %2개입니다. 한 배치에 같은 이미지가 두 번 들어갑니다.</translation>
    </message>
    <message>
        <source>label_width is %1, but an image has %2 boxes. This training takes them all; SageMaker needs a label_width of at least %3.</source>
        <translation>label_width가 %1인데 박스가 %2개인 이미지가 있습니다. 여기서는 모두 학습합니다. SageMaker에서는 label_width가 %3 이상이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>Hyperparameters</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1에서 %2까지의 정수</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1, or 0 to count it in the data set</source>
        <translation>1에서 %1까지의 정수, 또는 데이터 세트에서 세려면 0</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 이상 %2 이하의 수</translation>
    </message>
    <message>
        <source>a number of at least %1 and below %2</source>
        <translation>%1 이상 %2 미만의 수</translation>
    </message>
    <message>
        <source>a number above %1 and at most %2</source>
        <translation>%1 초과 %2 이하의 수</translation>
    </message>
    <message>
        <source>a number above %1 and below %2</source>
        <translation>%1 초과 %2 미만의 수</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>다음 중 하나: %1</translation>
    </message>
    <message>
        <source>rising epoch numbers with commas between them, as in 10,20</source>
        <translation>쉼표로 구분한 오름차순 에포크 번호(예: 10,20)</translation>
    </message>
    <message>
        <source>a valid regular expression</source>
        <translation>올바른 정규식</translation>
    </message>
    <message>
        <source>There is no hyperparameter named %1. Known are: %2.</source>
        <translation>%1이라는 하이퍼파라미터가 없습니다. 쓸 수 있는 이름: %2.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; it must be %3.</source>
        <translation>%1 값이 &quot;%2&quot;입니다. 쓸 수 있는 값: %3.</translation>
    </message>
</context>
<context>
    <name>ImageEntry</name>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: this is not valid JSON</source>
        <translation>%1, %2번째 줄: 올바른 JSON이 아닙니다</translation>
    </message>
</context>
<context>
    <name>ImageExport</name>
    <message>
        <source>%1 was left out: the image cannot be read</source>
        <translation>%1을(를) 뺐습니다. 이미지를 읽을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ImageHealth</name>
    <message numerus="yes">
        <source>%n images are nearly the same as one of another split: the detector is tested on what it has learned. Split the data set again with near-duplicates kept together.</source>
        <translation>
            <numerusform>이미지 %n개가 다른 분할의 이미지와 거의 같아, 검출기가 이미 배운 것으로 시험받습니다. 거의 같은 이미지를 함께 두고 다시 분할하세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are nearly the same as another one of their split.</source>
        <translation>
            <numerusform>이미지 %n개가 같은 분할의 다른 이미지와 거의 같습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images share their name with one of another folder or ending. Formats with one file per image give them new names.</source>
        <translation>
            <numerusform>이미지 %n개는 폴더나 확장자만 다른 같은 이름의 이미지가 있습니다. 이미지마다 파일 하나를 쓰는 형식에서는 새 이름이 붙습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are not reviewed. Objects without a label on them are learned as background.</source>
        <translation>
            <numerusform>이미지 %n개를 아직 검토하지 않았습니다. 라벨이 없는 물체는 배경으로 학습됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No image is in the validation split: nothing tells how good a detector is, and a training in the cloud is refused. Split the data set.</source>
        <translation>검증 분할에 이미지가 없어 검출기가 얼마나 좋은지 알 수 없고, 클라우드 학습도 거부됩니다. 데이터 세트를 분할하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n images cannot be read: their files are missing or broken.</source>
        <translation>
            <numerusform>이미지 %n개를 읽을 수 없습니다. 파일이 없거나 손상되었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are grey, have an alpha channel or 16 bits. Boxwright makes three channels of them; the cloud takes three channels only. Export them as recordio, which packs them so.</source>
        <translation>
            <numerusform>이미지 %n개가 회색조이거나 알파 채널 또는 16비트입니다. Boxwright는 세 채널로 바꾸어 쓰지만 클라우드는 세 채널만 받습니다. 세 채널로 담는 recordio로 내보내세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are neither JPEG nor PNG, which is all that the cloud reads.</source>
        <translation>
            <numerusform>이미지 %n개가 클라우드가 읽는 JPEG나 PNG가 아닙니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>점검을 중지했습니다</translation>
    </message>
</context>
<context>
    <name>ImageLoop</name>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
</context>
<context>
    <name>ImageReader</name>
    <message>
        <source>%1 is not an image of a kind that can be read (JPEG, PNG, BMP, TIFF, WebP)</source>
        <translation>%1: 읽을 수 있는 이미지 종류(JPEG, PNG, BMP, TIFF, WebP)가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is a broken image: its size cannot be read</source>
        <translation>%1: 손상된 이미지입니다. 크기를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is a broken image: its end is missing</source>
        <translation>%1: 손상된 이미지입니다. 끝부분이 없습니다</translation>
    </message>
    <message>
        <source>%1 is a broken image: %2</source>
        <translation>%1: 손상된 이미지입니다. %2</translation>
    </message>
    <message>
        <source>%1 could not be decoded: there is not enough memory</source>
        <translation>%1: 메모리가 부족하여 디코딩할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The folder %1 does not exist</source>
        <translation>폴더 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read</source>
        <translation>폴더 %1을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is too large: %2 x %3 pixels, at most %4 million are allowed (BOXWRIGHT_MAX_MEGAPIXELS sets the limit)</source>
        <translation>%1이(가) 너무 큽니다: %2 x %3 픽셀입니다. %4백만 픽셀까지 허용됩니다(한도는 BOXWRIGHT_MAX_MEGAPIXELS로 정합니다).</translation>
    </message>
</context>
<context>
    <name>ImageRecordData</name>
    <message>
        <source>%1 is no image record: it has %2 bytes, the header alone has 24</source>
        <translation>%1: 이미지 레코드가 아닙니다. %2바이트인데, 헤더만 24바이트입니다</translation>
    </message>
    <message>
        <source>%1 is no image record: it claims %2 label values in %3 bytes</source>
        <translation>%1: 이미지 레코드가 아닙니다. %3바이트 안에 라벨 값이 %2개 있다고 되어 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n label value(s), a detection label has at least 2</source>
        <translation>
            <numerusform>%1: 라벨 값이 %n개입니다. 탐지 라벨에는 2개 이상 있어야 합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the label&apos;s header width is %2 in a label of %3 values</source>
        <translation>%1: 라벨의 헤더 너비가 %2인데 값은 %3개입니다</translation>
    </message>
    <message>
        <source>%1: the label&apos;s object width is %2, it must be a whole number of at least 5</source>
        <translation>%1: 라벨의 객체 너비가 %2입니다. 5 이상의 정수여야 합니다</translation>
    </message>
    <message>
        <source>%1: %2 label values are left after %3 objects of %4 values</source>
        <translation>%1: 값 %4개짜리 객체 %3개 뒤에 라벨 값 %2개가 남습니다</translation>
    </message>
</context>
<context>
    <name>ImageSignature</name>
    <message>
        <source>Looking at images</source>
        <translation>이미지 살펴보는 중</translation>
    </message>
    <message>
        <source>Looking at the images was stopped</source>
        <translation>이미지 살펴보기를 중지했습니다</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>new images          %1</source>
        <translation>새 이미지           %1</translation>
    </message>
    <message>
        <source>known images        %1 got labels</source>
        <translation>이미 있던 이미지    %1개에 라벨 추가</translation>
    </message>
    <message>
        <source>labels              %1</source>
        <translation>라벨                %1</translation>
    </message>
    <message>
        <source>suggestions         %1</source>
        <translation>제안                %1</translation>
    </message>
    <message>
        <source>new classes         %1</source>
        <translation>새 클래스           %1</translation>
    </message>
    <message>
        <source>Take a data set of another format into a project</source>
        <translation>다른 형식의 데이터 세트를 프로젝트로 가져오기</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Format; told from the content where it is not given</source>
        <translation>형식. 지정하지 않으면 내용을 보고 판단</translation>
    </message>
    <message>
        <source>File or folder to read</source>
        <translation>읽을 파일이나 폴더</translation>
    </message>
    <message>
        <source>Where the images lie (beside the annotations)</source>
        <translation>이미지가 있는 곳(어노테이션과 같은 위치)</translation>
    </message>
    <message>
        <source>Put all images into this split</source>
        <translation>모든 이미지를 이 분할에 넣기</translation>
    </message>
    <message>
        <source>Address in the labels that stands for the folder of --images</source>
        <translation>라벨에 적힌 주소 가운데 --images 폴더에 해당하는 주소</translation>
    </message>
</context>
<context>
    <name>ImportDataset</name>
    <message>
        <source>The image %1 was not found</source>
        <translation>이미지 %1을(를) 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>An entry without any image was left out</source>
        <translation>이미지가 없는 항목을 제외했습니다</translation>
    </message>
    <message>
        <source>%1: box %2 has no class and was left out</source>
        <translation>%1: 박스 %2에 클래스가 없어 제외했습니다</translation>
    </message>
    <message>
        <source>%1: box %2 has no area (%3 x %4) and was left out</source>
        <translation>%1: 박스 %2의 넓이가 없어(%3 x %4) 제외했습니다</translation>
    </message>
    <message>
        <source>%1 can only be read, so nothing can be imported into it</source>
        <translation>%1은(는) 읽기 전용이므로 가져올 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ImportLogCommand</name>
    <message>
        <source>Take the log of a training in the cloud as a run, with its curves</source>
        <translation>클라우드에서 한 학습의 로그를 곡선과 함께 실행으로 가져옵니다</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Log of a SageMaker object-detection job</source>
        <translation>SageMaker 객체 감지 작업의 로그</translation>
    </message>
    <message>
        <source>Name of the run (the first free cloud-N)</source>
        <translation>실행 이름 (비어 있는 첫 cloud-N)</translation>
    </message>
    <message>
        <source>--run %1: a run becomes a folder; use up to 100 letters, digits, spaces, &quot;-&quot; and &quot;_&quot;.</source>
        <translation>--run %1: 실행은 폴더가 됩니다. 글자, 숫자, 공백, &quot;-&quot;, &quot;_&quot;를 100자까지 쓰십시오.</translation>
    </message>
    <message>
        <source>run     %1</source>
        <translation>실행    %1</translation>
    </message>
    <message>
        <source>epochs  %1</source>
        <translation>에포크  %1</translation>
    </message>
    <message>
        <source>mAP     %1 (epoch %2)</source>
        <translation>mAP     %1 (에포크 %2)</translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message>
        <source>Tell what is in a project or a model</source>
        <translation>프로젝트나 모델의 내용 보기</translation>
    </message>
    <message>
        <source>Project file or folder of a model</source>
        <translation>프로젝트 파일 또는 모델 폴더</translation>
    </message>
    <message>
        <source>images   %1</source>
        <translation>이미지   %1</translation>
    </message>
    <message>
        <source>labels   %1</source>
        <translation>라벨     %1</translation>
    </message>
    <message>
        <source>splits   %1</source>
        <translation>분할     %1</translation>
    </message>
    <message>
        <source>states   %1</source>
        <translation>상태     %1</translation>
    </message>
    <message>
        <source>model         %1</source>
        <translation>모델            %1</translation>
    </message>
    <message>
        <source>base network  %1, %2 x %2 pixels</source>
        <translation>기반 네트워크   %1, %2 x %2픽셀</translation>
    </message>
    <message>
        <source>classes       %1</source>
        <translation>클래스          %1</translation>
    </message>
    <message>
        <source>mAP           %1</source>
        <translation>mAP             %1</translation>
    </message>
</context>
<context>
    <name>Interrupt</name>
    <message>
        <source>Stopping at the next safe point; Ctrl-C once more ends at once.</source>
        <translation>안전한 다음 지점에서 멈춥니다. Ctrl-C를 한 번 더 누르면 바로 끝냅니다.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>An unexpected error stopped the work: %1</source>
        <translation>예기치 않은 오류로 작업이 중단되었습니다: %1</translation>
    </message>
</context>
<context>
    <name>JobHyperparameters</name>
    <message>
        <source>a whole number of at least %1</source>
        <translation>%1 이상의 정수</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1에서 %2까지의 수</translation>
    </message>
    <message>
        <source>a number above %1 and at most %2</source>
        <translation>%1보다 크고 %2 이하인 수</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 가운데 하나</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>정규 표현식</translation>
    </message>
    <message>
        <source>epoch numbers with commas between them, as in 10,20</source>
        <translation>10,20처럼 쉼표로 나눈 에포크 번호</translation>
    </message>
    <message>
        <source>SageMaker&apos;s object detection knows no hyperparameter &quot;%1&quot;</source>
        <translation>SageMaker의 객체 감지에는 하이퍼파라미터 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The hyperparameter %1 is &quot;%2&quot;, but SageMaker takes %3</source>
        <translation>하이퍼파라미터 %1의 값은 &quot;%2&quot;이지만 SageMaker는 %3만 받습니다</translation>
    </message>
</context>
<context>
    <name>KittiFormat</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1 marks a region that nobody has labelled: it is no label</source>
        <translation>%1은(는) 아무도 라벨을 달지 않은 영역을 표시합니다: 라벨이 아닙니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has no area: %2 x %3 pixels</source>
        <translation>%1의 넓이가 없습니다: %2 x %3픽셀</translation>
    </message>
    <message>
        <source>KITTI</source>
        <translation>KITTI</translation>
    </message>
    <message>
        <source>%1 holds no label file (*.txt)</source>
        <translation>%1에 라벨 파일(*.txt)이 없습니다</translation>
    </message>
    <message>
        <source>KITTI cannot tell the classes &quot;%1&quot; and &quot;%2&quot; apart: it has no spaces in names</source>
        <translation>KITTI에서는 클래스 &quot;%1&quot;과(와) &quot;%2&quot;을(를) 구별할 수 없습니다: 이름에 공백을 쓸 수 없습니다</translation>
    </message>
</context>
<context>
    <name>KittiLine</name>
    <message>
        <source>%1 columns, where KITTI has 15, or 16 with a score</source>
        <translation>열이 %1개입니다. KITTI는 15개, 점수가 있으면 16개입니다</translation>
    </message>
    <message>
        <source>corners are %1</source>
        <translation>모서리 값이 %1입니다</translation>
    </message>
</context>
<context>
    <name>LabelImgFormat</name>
    <message>
        <source>LabelImg folder</source>
        <translation>LabelImg 폴더</translation>
    </message>
    <message>
        <source>%1 is no folder of LabelImg: it needs classes.txt, and XML or text files beside the images</source>
        <translation>%1은(는) LabelImg 폴더가 아닙니다: classes.txt가 있고 이미지 옆에 XML이나 텍스트 파일이 있어야 합니다</translation>
    </message>
</context>
<context>
    <name>LabelmeFormat</name>
    <message>
        <source>labelme JSON</source>
        <translation>labelme JSON</translation>
    </message>
</context>
<context>
    <name>LabelmeJson</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1: label is %2</source>
        <translation>%1: label이 %2입니다</translation>
    </message>
    <message>
        <source>%1: points are %2</source>
        <translation>%1: points가 %2입니다</translation>
    </message>
    <message>
        <source>%1, a %2, has no area: points are %3</source>
        <translation>%1(%2)의 넓이가 없습니다. points는 %3입니다</translation>
    </message>
    <message>
        <source>%1 is a %2: its bounds became the box</source>
        <translation>%1은(는) %2이므로 경계를 박스로 삼았습니다</translation>
    </message>
    <message>
        <source>this is not a JSON object</source>
        <translation>JSON 객체가 아닙니다</translation>
    </message>
    <message>
        <source>the JSON is nested deeper than %1 levels</source>
        <translation>JSON이 %1단계보다 깊게 중첩되었습니다</translation>
    </message>
    <message>
        <source>line %1 is not valid JSON</source>
        <translation>%1번째 줄이 올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>&quot;shapes&quot; is not a list: this is no labelme file</source>
        <translation>&quot;shapes&quot;가 목록이 아닙니다. labelme 파일이 아닙니다</translation>
    </message>
</context>
<context>
    <name>LabelmeReader</name>
    <message>
        <source>%1 holds no labelme file (*.json)</source>
        <translation>%1에 labelme 파일(*.json)이 없습니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ManifestWriter</name>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 중지했습니다</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
</context>
<context>
    <name>MappedFile</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>ModelArchive</name>
    <message>
        <source>unknown error</source>
        <translation>알 수 없는 오류</translation>
    </message>
    <message>
        <source>it has no name that can be read</source>
        <translation>읽을 수 있는 이름이 없습니다</translation>
    </message>
    <message>
        <source>its path leaves the folder</source>
        <translation>경로가 폴더 밖으로 나갑니다</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>링크입니다</translation>
    </message>
    <message>
        <source>it is neither a file nor a folder</source>
        <translation>파일도 폴더도 아닙니다</translation>
    </message>
    <message>
        <source>it is a sparse file</source>
        <translation>희소 파일입니다</translation>
    </message>
    <message>
        <source>it has no size</source>
        <translation>크기가 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is no tar archive that can be read: %2</source>
        <translation>%1은(는) 읽을 수 있는 tar 보관 파일이 아닙니다: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 is damaged after %n entries: %2</source>
        <translation>
            <numerusform>%1이(가) 항목 %n개 뒤에서 손상되었습니다: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds more than %2 entries</source>
        <translation>%1의 항목이 %2개를 넘습니다</translation>
    </message>
    <message>
        <source>%1: the entry &quot;%2&quot; is refused: %3</source>
        <translation>%1: 항목 &quot;%2&quot;을(를) 받아들이지 않습니다: %3</translation>
    </message>
    <message>
        <source>%1: with the entry &quot;%2&quot; of %3 bytes it holds more than %4 bytes</source>
        <translation>%1: %3바이트인 항목 &quot;%2&quot;까지 합하면 %4바이트를 넘습니다</translation>
    </message>
    <message>
        <source>%1: the entry &quot;%2&quot; ends after %3 of %4 bytes</source>
        <translation>%1: 항목 &quot;%2&quot;이(가) %4바이트 가운데 %3바이트에서 끝납니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1을(를) 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>ModelArtifact</name>
    <message>
        <source>it holds no network (*-symbol.json)</source>
        <translation>신경망(*-symbol.json)이 없습니다</translation>
    </message>
    <message>
        <source>it holds several networks: %1</source>
        <translation>신경망이 여러 개 있습니다: %1</translation>
    </message>
    <message>
        <source>it holds no parameters (*-0000.params)</source>
        <translation>매개변수(*-0000.params)가 없습니다</translation>
    </message>
    <message>
        <source>none of its parameter files belongs to %1: %2</source>
        <translation>%1에 속하는 매개변수 파일이 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is no model artifact: %2</source>
        <translation>%1은(는) 모델 산출물이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1 holds the file %2 twice</source>
        <translation>%1에 파일 %2이(가) 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>%1: the hyperparameter %2 is neither a text nor a number</source>
        <translation>%1: 하이퍼파라미터 %2이(가) 글도 수도 아닙니다</translation>
    </message>
    <message>
        <source>%1 is no flat JSON object: byte %2</source>
        <translation>%1은(는) 단순한 JSON 객체가 아닙니다: 바이트 %2</translation>
    </message>
</context>
<context>
    <name>ModelExportCommand</name>
    <message>
        <source>Write a model in a form that others read</source>
        <translation>다른 프로그램이 읽는 형식으로 모델을 씁니다</translation>
    </message>
    <message>
        <source>sagemaker: model.tar.gz for the channel &quot;model&quot;</source>
        <translation>sagemaker: 채널 &quot;model&quot;에 쓰는 model.tar.gz</translation>
    </message>
    <message>
        <source>Folder of a model, or a model.tar.gz</source>
        <translation>모델 폴더 또는 model.tar.gz</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>쓸 파일</translation>
    </message>
    <message>
        <source>The file holds no class names. By number, from 0: %1</source>
        <translation>파일에는 클래스 이름이 들어가지 않습니다. 0번부터 차례로: %1</translation>
    </message>
</context>
<context>
    <name>ModelFolder</name>
    <message numerus="yes">
        <source>%n tensor(s) have another shape: %1</source>
        <translation>
            <numerusform>텐서 %n개의 모양이 다릅니다: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) are missing: %1</source>
        <translation>
            <numerusform>텐서 %n개가 없습니다: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) do not belong to the network: %1</source>
        <translation>
            <numerusform>텐서 %n개는 이 네트워크의 것이 아닙니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 has the base network &quot;%2&quot;, which this program does not know</source>
        <translation>모델 %1의 기반 네트워크 &quot;%2&quot;을(를) 이 프로그램이 알지 못합니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not fit %2 with %n class(es): %3</source>
        <translation>
            <numerusform>%1이(가) 클래스 %n개인 %2와(과) 맞지 않습니다: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 could not be loaded</source>
        <translation>모델 %1을(를) 불러올 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ModelInfo</name>
    <message>
        <source>it is not a Boxwright model</source>
        <translation>Boxwright 모델이 아닙니다</translation>
    </message>
    <message>
        <source>version is not a number from 1</source>
        <translation>version이 1 이상의 수가 아닙니다</translation>
    </message>
    <message>
        <source>it is of version %1, and this program reads up to version %2; please use a newer Boxwright</source>
        <translation>버전이 %1인데 이 프로그램은 버전 %2까지 읽습니다. 더 새로운 Boxwright를 쓰세요</translation>
    </message>
    <message>
        <source>base_network is missing</source>
        <translation>base_network가 없습니다</translation>
    </message>
    <message>
        <source>image_shape is not a number from %1 to %2</source>
        <translation>image_shape가 %1에서 %2까지의 수가 아닙니다</translation>
    </message>
    <message>
        <source>classes is not a list of 1 to %1 names</source>
        <translation>classes가 이름 1~%1개의 목록이 아닙니다</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>JSON이 아닙니다</translation>
    </message>
    <message>
        <source>%1 does not describe a model: %2</source>
        <translation>%1은(는) 모델 설명이 아닙니다: %2</translation>
    </message>
</context>
<context>
    <name>ModelInfoCommand</name>
    <message>
        <source>The network is none of those that this program builds itself: it detects, but is not trained further.</source>
        <translation>이 프로그램이 직접 만드는 신경망이 아닙니다: 감지는 하지만 더 학습하지는 않습니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>model         %1 (%2)</source>
        <translation>모델          %1 (%2)</translation>
    </message>
    <message>
        <source>base network  %1, %2 x %2 pixels</source>
        <translation>기반 신경망   %1, %2 x %2 픽셀</translation>
    </message>
    <message>
        <source>classes       %1</source>
        <translation>클래스        %1</translation>
    </message>
    <message>
        <source>%1, without names</source>
        <translation>%1개, 이름 없음</translation>
    </message>
    <message>
        <source>operators     %1</source>
        <translation>연산자        %1</translation>
    </message>
    <message>
        <source>parameters    %1 in %2 arrays</source>
        <translation>매개변수      배열 %2개에 %1개</translation>
    </message>
    <message>
        <source>Tell what is in a model: network, classes, hyperparameters, parameters</source>
        <translation>모델에 무엇이 있는지 알려 줍니다: 신경망, 클래스, 하이퍼파라미터, 매개변수</translation>
    </message>
    <message>
        <source>Folder of a model, or SageMaker&apos;s model.tar.gz, or a folder with its files</source>
        <translation>모델 폴더, SageMaker의 model.tar.gz, 또는 그 파일들이 든 폴더</translation>
    </message>
</context>
<context>
    <name>ModelMeasurement</name>
    <message>
        <source>Stopped after %1 of %2 images; a part of the images gives no measure.</source>
        <translation>이미지 %2개 중 %1개에서 멈췄습니다. 일부 이미지만으로는 평가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Detecting</source>
        <translation>객체 찾는 중</translation>
    </message>
</context>
<context>
    <name>ModelOptions</name>
    <message>
        <source>Folder of the model, or SageMaker&apos;s model.tar.gz</source>
        <translation>모델 폴더 또는 SageMaker의 model.tar.gz</translation>
    </message>
    <message>
        <source>Class names of a model that has none: a,b,c or a project, a manifest, a file of names</source>
        <translation>이름이 없는 모델의 클래스 이름: a,b,c 또는 프로젝트, 매니페스트, 이름 파일</translation>
    </message>
    <message>
        <source>How a model of the cloud takes pixels (told from the model)</source>
        <translation>클라우드 모델이 픽셀을 받는 방식 (모델에서 알아냄)</translation>
    </message>
    <message>
        <source>Threads to use; 0: one fewer than cores</source>
        <translation>사용할 스레드 수; 0: 코어 수보다 하나 적게</translation>
    </message>
    <message>
        <source>%1 is a model of this program and knows its classes and pixels: --classes and --preprocess are for models of the cloud.</source>
        <translation>%1은(는) 이 프로그램의 모델이라 클래스와 픽셀을 알고 있습니다: --classes와 --preprocess는 클라우드의 모델에만 씁니다.</translation>
    </message>
</context>
<context>
    <name>ModelPreview</name>
    <message>
        <source>Looking at images</source>
        <translation>이미지 살펴보는 중</translation>
    </message>
</context>
<context>
    <name>ModelProbeCommand</name>
    <message>
        <source>most certain %1</source>
        <translation>가장 확실한 값 %1</translation>
    </message>
    <message>
        <source>Find out on labelled images how a model of the cloud takes pixels</source>
        <translation>클라우드 모델이 픽셀을 어떻게 받는지 라벨이 있는 이미지로 알아냅니다</translation>
    </message>
    <message>
        <source>SageMaker&apos;s model.tar.gz, or a folder with its files</source>
        <translation>SageMaker의 model.tar.gz 또는 그 파일들이 든 폴더</translation>
    </message>
    <message>
        <source>Project with labelled images</source>
        <translation>라벨이 있는 이미지가 든 프로젝트</translation>
    </message>
    <message>
        <source>Images to try: a split, or &quot;all&quot; (all)</source>
        <translation>시험할 이미지: 분할 하나 또는 &quot;all&quot; (all)</translation>
    </message>
    <message>
        <source>How many images to try (10)</source>
        <translation>시험할 이미지 수 (10)</translation>
    </message>
    <message>
        <source>Class names of the model by number: a,b,c or a project, a manifest, a file of names</source>
        <translation>번호순으로 된 모델의 클래스 이름: a,b,c 또는 프로젝트, 매니페스트, 이름 파일</translation>
    </message>
    <message>
        <source>Threads to use; 0: one fewer than cores</source>
        <translation>사용할 스레드 수; 0: 코어 수보다 하나 적게</translation>
    </message>
    <message>
        <source>Keep nothing beside the model</source>
        <translation>모델 옆에 아무것도 남기지 않습니다</translation>
    </message>
    <message>
        <source>%1 has no labelled image to try the model on.</source>
        <translation>%1에 모델을 시험할 라벨 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>In no way does the model find what is labelled: are the classes in the right order?</source>
        <translation>어떤 방식으로도 모델이 라벨이 있는 것을 찾지 못합니다: 클래스 순서가 맞습니까?</translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>it is no JSON object</source>
        <translation>JSON 객체가 아닙니다</translation>
    </message>
    <message>
        <source>classes is no list</source>
        <translation>classes가 목록이 아닙니다</translation>
    </message>
    <message>
        <source>classes holds something that is no text</source>
        <translation>classes에 글이 아닌 것이 있습니다</translation>
    </message>
    <message>
        <source>preprocess is none of %1</source>
        <translation>preprocess가 %1 가운데 하나가 아닙니다</translation>
    </message>
    <message>
        <source>%1 cannot be understood: %2</source>
        <translation>%1을(를) 이해할 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>ModelWeights</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is no safetensors file</source>
        <translation>%1은(는) safetensors 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: the entry of %2 does not fit the file</source>
        <translation>%1: %2 항목이 파일과 맞지 않습니다</translation>
    </message>
</context>
<context>
    <name>MxnetWeights</name>
    <message>
        <source>%1 has arrays without names; weights are found by name.</source>
        <translation>%1에 이름 없는 배열이 있습니다. 가중치는 이름으로 찾습니다.</translation>
    </message>
    <message>
        <source>%1 holds %2 twice, as a parameter and as a statistic.</source>
        <translation>%1에 %2이(가) 매개변수와 통계값으로 두 번 들어 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2 holds unsigned numbers, which are no weights.</source>
        <translation>%1: %2에 부호 없는 수가 들어 있는데, 이는 가중치가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>NewCommand</name>
    <message>
        <source>Stopped before the project was made; nothing was written.</source>
        <translation>프로젝트를 만들기 전에 멈췄습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Reading image headers</source>
        <translation>이미지 헤더 읽는 중</translation>
    </message>
    <message>
        <source>Make a project of a folder of images</source>
        <translation>이미지 폴더로 프로젝트 만들기</translation>
    </message>
    <message>
        <source>Project file to make</source>
        <translation>만들 프로젝트 파일</translation>
    </message>
    <message>
        <source>Folder of images; they stay where they are</source>
        <translation>이미지 폴더. 이미지는 그 자리에 그대로 둡니다</translation>
    </message>
    <message>
        <source>Classes, in export order</source>
        <translation>내보내는 순서대로 적은 클래스</translation>
    </message>
    <message>
        <source>%1 exists already; a project is never overwritten.</source>
        <translation>%1이(가) 이미 있습니다. 프로젝트는 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>%1 holds no image, and neither do the folders below it.</source>
        <translation>%1과(와) 그 하위 폴더에 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2 images, %3 classes</source>
        <translation>%1: 이미지 %2개, 클래스 %3개</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message numerus="yes">
        <source>%n more of this kind were found</source>
        <translation>
            <numerusform>같은 종류가 %n개 더 있습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnnxFile</name>
    <message>
        <source>its %1 is damaged or cut off</source>
        <translation>%1이(가) 손상되었거나 잘렸습니다</translation>
    </message>
    <message>
        <source>the initialiser &quot;%1&quot; has the element type %2, which is no number of weights</source>
        <translation>초깃값 &quot;%1&quot;의 원소 형식 %2은(는) 가중치의 수가 아닙니다</translation>
    </message>
    <message>
        <source>the initialiser &quot;%1&quot; lies in another file</source>
        <translation>초깃값 &quot;%1&quot;이(가) 다른 파일에 있습니다</translation>
    </message>
    <message>
        <source>the initialiser &quot;%1&quot; has the shape %2 and %3 bytes</source>
        <translation>초깃값 &quot;%1&quot;의 모양은 %2인데 데이터는 %3바이트입니다</translation>
    </message>
    <message>
        <source>it holds no graph</source>
        <translation>그래프가 없습니다</translation>
    </message>
</context>
<context>
    <name>OpenImagesBox</name>
    <message>
        <source>corners are %1</source>
        <translation>모서리 값이 %1입니다</translation>
    </message>
</context>
<context>
    <name>OpenImagesFormat</name>
    <message>
        <source>Open Images (CSV)</source>
        <translation>Open Images(CSV)</translation>
    </message>
    <message>
        <source>%1 holds no table of Open Images (*-annotations-bbox.csv)</source>
        <translation>%1에 Open Images의 표(*-annotations-bbox.csv)가 없습니다</translation>
    </message>
    <message>
        <source>%1 names no image</source>
        <translation>%1이(가) 이미지를 가리키지 않습니다</translation>
    </message>
</context>
<context>
    <name>OpenImagesReader</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1: %2 was left out: corners are shares of the image, and the image was not found</source>
        <translation>%1: %2을(를) 뺐습니다: 모서리 값이 이미지에 대한 비율인데 이미지를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>%1: the image %2 has boxes in another table already</source>
        <translation>%1: 이미지 %2의 박스가 이미 다른 표에 있습니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>LabelName is empty</source>
        <translation>LabelName이 비어 있습니다</translation>
    </message>
    <message>
        <source>%1 has no area: %2 x %3 pixels</source>
        <translation>%1의 넓이가 없습니다: %2 x %3픽셀</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>%1 could not be encoded as PNG</source>
        <translation>%1: PNG로 인코딩할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>PackedImage</name>
    <message>
        <source>%1 could not be encoded: %2</source>
        <translation>%1을(를) 인코딩하지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>ParamsFile</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1이(가) 비어 있습니다</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 파일을 읽을 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>ParamsReader</name>
    <message>
        <source>%1 ends too early: byte %2, array %3</source>
        <translation>%1이(가) 너무 일찍 끝납니다: %2번째 바이트, 배열 %3</translation>
    </message>
    <message>
        <source>%1: array %2 at byte %3: %4</source>
        <translation>%1: 배열 %2, %3번째 바이트: %4</translation>
    </message>
    <message>
        <source>%1 is no MXNet parameter file: it must start with the bytes 12 01 00 00</source>
        <translation>%1: MXNet 파라미터 파일이 아닙니다. 바이트 12 01 00 00으로 시작해야 합니다</translation>
    </message>
    <message>
        <source>%1 claims %2 entries in %3 bytes</source>
        <translation>%1: %3바이트 안에 항목이 %2개 있다고 되어 있습니다</translation>
    </message>
    <message>
        <source>storage type %1 is unknown</source>
        <translation>알 수 없는 저장 형식 %1입니다</translation>
    </message>
    <message>
        <source>the sparse shape %1 would take too much memory</source>
        <translation>희소 배열의 모양 %1에는 메모리가 너무 많이 필요합니다</translation>
    </message>
    <message>
        <source>%1 dimensions are claimed</source>
        <translation>차원이 %1개라고 되어 있습니다</translation>
    </message>
    <message>
        <source>element type %1 is unknown</source>
        <translation>알 수 없는 요소 형식 %1입니다</translation>
    </message>
    <message>
        <source>the shape %1 is impossible</source>
        <translation>있을 수 없는 모양 %1입니다</translation>
    </message>
    <message>
        <source>the shape %1 takes %2 bytes, but only %3 follow</source>
        <translation>모양 %1에는 %2바이트가 필요하지만 %3바이트만 남아 있습니다</translation>
    </message>
    <message>
        <source>%1 has %2 names for %3 arrays</source>
        <translation>%1: 배열 %3개에 이름이 %2개입니다</translation>
    </message>
    <message>
        <source>%1 ends inside the name of array %2</source>
        <translation>%1이(가) 배열 %2의 이름 중간에서 끝납니다</translation>
    </message>
    <message>
        <source>%1: the name of array %2 is not UTF-8</source>
        <translation>%1: 배열 %2의 이름이 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>%1: two arrays have the name %2</source>
        <translation>%1: 두 배열의 이름이 모두 %2입니다</translation>
    </message>
</context>
<context>
    <name>ParamsWriter</name>
    <message>
        <source>%1: MXNet&apos;s V2 files cannot hold the array %2 of shape %3</source>
        <translation>%1: 모양이 %3인 배열 %2은(는) MXNet V2 파일에 담을 수 없습니다</translation>
    </message>
    <message>
        <source>%1: the array %2 of shape %3 has %4 bytes</source>
        <translation>%1: 모양이 %3인 배열 %2의 크기가 %4바이트입니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>Pickle</name>
    <message>
        <source>it ends too early, at byte %1</source>
        <translation>바이트 %1에서 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>it holds no value</source>
        <translation>값이 하나도 없습니다</translation>
    </message>
    <message>
        <source>it has more than %1 instructions</source>
        <translation>명령이 %1개를 넘습니다</translation>
    </message>
    <message>
        <source>its values do not fit together at byte %1</source>
        <translation>바이트 %1에서 값들이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>it holds the pickle instruction 0x%1, which no weight file needs</source>
        <translation>가중치 파일에는 필요 없는 피클 명령 0x%1이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>it has more than %1 values</source>
        <translation>값이 %1개를 넘습니다</translation>
    </message>
    <message>
        <source>it asks for &quot;%1&quot;, which is code and not data</source>
        <translation>데이터가 아니라 코드인 &quot;%1&quot;을(를) 요구합니다</translation>
    </message>
</context>
<context>
    <name>PixelProbe</name>
    <message>
        <source>%1 is a model of this program, which knows how it takes pixels</source>
        <translation>%1은(는) 이 프로그램의 모델이라 픽셀을 받는 방식을 알고 있습니다</translation>
    </message>
    <message>
        <source>The model has %1 classes without names, but the labels have %2: name the classes first</source>
        <translation>모델에는 이름 없는 클래스가 %1개인데 라벨의 클래스는 %2개입니다: 먼저 클래스 이름을 정하십시오</translation>
    </message>
    <message>
        <source>The probe was stopped</source>
        <translation>시험을 멈췄습니다</translation>
    </message>
    <message>
        <source>Trying pixels</source>
        <translation>픽셀 방식 시험 중</translation>
    </message>
    <message>
        <source>None of the images can be read</source>
        <translation>읽을 수 있는 이미지가 없습니다</translation>
    </message>
</context>
<context>
    <name>PixelWords</name>
    <message>
        <source>red first, mean subtracted</source>
        <translation>빨강부터, 평균을 뺀 값</translation>
    </message>
    <message>
        <source>red first, as they are</source>
        <translation>빨강부터, 값 그대로</translation>
    </message>
    <message>
        <source>blue first, mean subtracted</source>
        <translation>파랑부터, 평균을 뺀 값</translation>
    </message>
    <message>
        <source>blue first, as they are</source>
        <translation>파랑부터, 값 그대로</translation>
    </message>
</context>
<context>
    <name>PredictCommand</name>
    <message>
        <source>%1 %2 %</source>
        <comment>class, confidence in per cent</comment>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Find objects on images with a model, one JSON object a line</source>
        <translation>모델로 이미지에서 객체 찾기. 한 줄에 JSON 객체 하나</translation>
    </message>
    <message>
        <source>Images, or folders of images</source>
        <translation>이미지 또는 이미지 폴더</translation>
    </message>
    <message>
        <source>Also draw what was found, as PNG files into this folder</source>
        <translation>찾은 것을 이 폴더에 PNG 파일로도 그리기</translation>
    </message>
    <message>
        <source>Leave out what is less certain, 0 to 1 (0.01; overlays show from 0.3)</source>
        <translation>이보다 신뢰도가 낮은 것은 제외, 0~1(0.01. 그림에는 0.3부터)</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 images.</source>
        <translation>이미지 %2개 중 %1개에서 멈췄습니다.</translation>
    </message>
    <message>
        <source>Detecting</source>
        <translation>객체 찾는 중</translation>
    </message>
    <message>
        <source>%1 of %2 images gave no answer.</source>
        <translation>이미지 %2개 중 %1개에서 결과를 얻지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Example:</source>
        <translation>예:</translation>
    </message>
    <message>
        <source>Give the result as one JSON document</source>
        <translation>결과를 JSON 문서 하나로 출력</translation>
    </message>
    <message>
        <source>Tell more of what failed</source>
        <translation>실패한 이유를 더 자세히 출력</translation>
    </message>
    <message>
        <source>&quot;boxwright-cli --help&quot; and &quot;boxwright-cli COMMAND --help&quot; tell what is possible.</source>
        <translation>&quot;boxwright-cli --help&quot;와 &quot;boxwright-cli 명령 --help&quot;로 사용법을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>An unexpected error stopped the work: %1</source>
        <translation>예기치 않은 오류로 작업이 중단되었습니다: %1</translation>
    </message>
    <message>
        <source>Boxwright: label boxes, train a detector, export. No display needed.</source>
        <translation>Boxwright: 박스 라벨링, 검출기 학습, 내보내기. 화면이 필요 없습니다.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>What can be done with a model</source>
        <translation>모델로 할 수 있는 일</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>초당 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>ProjectAccess</name>
    <message>
        <source>%1 cannot be changed: the file may only be read.</source>
        <translation>%1을(를) 바꿀 수 없습니다: 읽기 전용 파일입니다.</translation>
    </message>
    <message>
        <source>%1 is open in another program (%2); close it there first.</source>
        <translation>%1이(가) 다른 프로그램(%2)에 열려 있습니다. 먼저 그쪽에서 닫으세요.</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1을(를) 저장할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ProjectDoor</name>
    <message>
        <source>This folder cannot be written. Where shall the project lie?</source>
        <translation>이 폴더에는 쓸 수 없습니다. 프로젝트를 어디에 둘까요?</translation>
    </message>
    <message>
        <source>Boxwright project (*%1)</source>
        <translation>Boxwright 프로젝트 (*%1)</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
</context>
<context>
    <name>ProjectFile</name>
    <message>
        <source>%1 is being written to by another program</source>
        <translation>다른 프로그램이 %1에 쓰고 있습니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: the file or its folder is read-only</source>
        <translation>%1에 쓸 수 없습니다: 파일이나 폴더가 읽기 전용입니다</translation>
    </message>
    <message>
        <source>The drive of %1 reported an error</source>
        <translation>%1이(가) 있는 드라이브에서 오류가 났습니다</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read as a project</source>
        <translation>%1이(가) 손상되어 프로젝트로 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full</source>
        <translation>%1에 쓸 수 없습니다: 디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1을(를) 열 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot be read or written</source>
        <translation>%1을(를) 읽거나 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Entry %1 belongs to an image or a class that is not there and is left out</source>
        <translation>항목 %1이(가) 가리키는 이미지나 클래스가 없어 제외합니다</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 has schema %2 and must be brought to schema %3 first; that cannot be done while it can only be read</source>
        <translation>%1의 스키마는 %2인데 먼저 %3(으)로 올려야 합니다. 읽기 전용 상태에서는 할 수 없습니다</translation>
    </message>
    <message>
        <source>Entry %1: the value %2 of a column is not known and was taken as 0</source>
        <translation>항목 %1: 열의 값 %2을(를) 알 수 없어 0으로 처리했습니다</translation>
    </message>
    <message>
        <source>Class %1 has no valid id or no name and is left out</source>
        <translation>클래스 %1에 올바른 ID나 이름이 없어 제외합니다</translation>
    </message>
    <message>
        <source>Image %1 has no valid id or no path and is left out</source>
        <translation>이미지 %1에 올바른 ID나 경로가 없어 제외합니다</translation>
    </message>
    <message>
        <source>Label %1 has a value that cannot be and is left out</source>
        <translation>라벨 %1에 있을 수 없는 값이 있어 제외합니다</translation>
    </message>
    <message>
        <source>Suggestion %1 has a value that cannot be and is left out</source>
        <translation>제안 %1에 있을 수 없는 값이 있어 제외합니다</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of this program (schema %2, this version knows up to %3). Update the program to open it; the file was not changed</source>
        <translation>%1은(는) 이 프로그램의 새 버전에서 만들었습니다(스키마 %2, 이 버전은 %3까지 지원). 프로그램을 업데이트한 뒤 여세요. 파일은 바뀌지 않았습니다</translation>
    </message>
    <message>
        <source>%1 is not a project of this program: %2</source>
        <translation>%1은(는) 이 프로그램의 프로젝트가 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>파일이 비어 있습니다</translation>
    </message>
    <message>
        <source>the file has another format</source>
        <translation>다른 형식의 파일입니다</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>다른 프로그램의 데이터베이스입니다</translation>
    </message>
    <message>
        <source>its schema has the unknown version %1</source>
        <translation>스키마 버전 %1을(를) 알 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is damaged: its end is missing</source>
        <translation>%1이(가) 손상되었습니다: 끝부분이 없습니다</translation>
    </message>
</context>
<context>
    <name>ProjectImages</name>
    <message>
        <source>There are no images in the folder %1</source>
        <translation>폴더 %1에 이미지가 없습니다</translation>
    </message>
</context>
<context>
    <name>ProjectSession</name>
    <message>
        <source>%1, process %2 on host %3</source>
        <translation>%1, 호스트 %3의 프로세스 %2</translation>
    </message>
</context>
<context>
    <name>ProjectWriter</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1이(가) 사라졌습니다</translation>
    </message>
</context>
<context>
    <name>PublicWeights</name>
    <message>
        <source>torchvision</source>
        <translation>torchvision</translation>
    </message>
    <message>
        <source>torchvision, trained anew</source>
        <translation>torchvision, 새로 학습한 것</translation>
    </message>
    <message>
        <source>Caffe, without fc6 and fc7</source>
        <translation>Caffe, fc6과 fc7 없음</translation>
    </message>
    <message>
        <source>ONNX model zoo</source>
        <translation>ONNX 모델 저장소</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>The import was stopped</source>
        <translation>가져오기를 중지했습니다</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>라벨 읽는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this kind were found</source>
        <translation>
            <numerusform>같은 종류가 %n개 더 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>The image folder %1 does not exist</source>
        <translation>이미지 폴더 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1: the image %2 was not found</source>
        <translation>%1: 이미지 %2을(를) 찾지 못했습니다</translation>
    </message>
</context>
<context>
    <name>RecordImages</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓰지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%1 has too many images of the name %2</source>
        <translation>%1에 이름이 %2인 이미지가 너무 많습니다</translation>
    </message>
</context>
<context>
    <name>RecordIndex</name>
    <message>
        <source>%1, line %2: &quot;%3&quot; is not a key and a byte offset separated by a tab</source>
        <translation>%1, %2번째 줄: &quot;%3&quot;은(는) 탭으로 구분한 키와 바이트 위치가 아닙니다</translation>
    </message>
</context>
<context>
    <name>RecordIo</name>
    <message>
        <source>%1: no record can start at byte %2</source>
        <translation>%1: %2번째 바이트에서 레코드가 시작될 수 없습니다</translation>
    </message>
    <message>
        <source>%1 ends inside the record that starts at byte %2</source>
        <translation>%1이(가) %2번째 바이트에서 시작하는 레코드 중간에서 끝납니다</translation>
    </message>
    <message>
        <source>%1 is not RecordIO: byte %2 must start with 0xced7230a but holds 0x%3</source>
        <translation>%1: RecordIO가 아닙니다. %2번째 바이트는 0xced7230a로 시작해야 하는데 0x%3입니다</translation>
    </message>
    <message>
        <source>%1: the record at byte %2 claims %3 bytes where only %4 follow</source>
        <translation>%1: %2번째 바이트의 레코드는 %3바이트라고 되어 있는데 %4바이트만 남아 있습니다</translation>
    </message>
    <message>
        <source>%1: the record at byte %2 is longer than %3 bytes</source>
        <translation>%1: %2번째 바이트의 레코드가 %3바이트보다 깁니다</translation>
    </message>
    <message>
        <source>%1 could not be read at byte %2: %3</source>
        <translation>%1의 %2번째 바이트를 읽을 수 없습니다: %3</translation>
    </message>
    <message>
        <source>%1: byte %2 holds a part of kind %3 that does not follow from the part before</source>
        <translation>%1: %2번째 바이트에 앞부분과 이어지지 않는 종류 %3의 조각이 있습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1: a record of %2 bytes is longer than RecordIO&apos;s limit of %3 bytes</source>
        <translation>%1: %2바이트 레코드는 RecordIO의 한계인 %3바이트보다 깁니다</translation>
    </message>
    <message>
        <source>%1 names more than %2 classes</source>
        <translation>%1에 클래스가 %2개보다 많습니다</translation>
    </message>
    <message>
        <source>MXNet RecordIO</source>
        <translation>MXNet RecordIO</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 holds no RecordIO file (*.rec)</source>
        <translation>%1에 RecordIO 파일(*.rec)이 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it holds no record</source>
        <translation>%1이(가) 비어 있습니다: 레코드가 없습니다</translation>
    </message>
</context>
<context>
    <name>RecordIoReader</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%1, record at byte %2</source>
        <translation>%1, %2바이트 위치의 레코드</translation>
    </message>
    <message>
        <source>%1 holds a bare image without labels, as pipes of augmented manifests do</source>
        <translation>%1에 라벨 없이 이미지만 있습니다. 증강 매니페스트의 파이프가 이런 형태입니다</translation>
    </message>
    <message>
        <source>%1 holds a protobuf message, as other algorithms of SageMaker use, and no image</source>
        <translation>%1에 이미지가 아니라 SageMaker의 다른 알고리즘이 쓰는 protobuf 메시지가 있습니다</translation>
    </message>
    <message>
        <source>%1 holds no image of a kind that can be read</source>
        <translation>%1에 읽을 수 있는 종류의 이미지가 없습니다</translation>
    </message>
    <message>
        <source>%1 holds an image with one label, for classification, and no boxes</source>
        <translation>%1에 분류용 라벨 하나만 있는 이미지가 있고 상자는 없습니다</translation>
    </message>
    <message>
        <source>%1: the image %2 is inside the record; to take it out, choose an image folder that is not the folder of the records</source>
        <translation>%1: 이미지 %2이(가) 레코드 안에 있습니다. 꺼내려면 레코드 폴더가 아닌 다른 이미지 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1: object %2</source>
        <translation>%1: 객체 %2</translation>
    </message>
    <message>
        <source>%1 has the class %2 or a corner that is no number</source>
        <translation>%1의 클래스가 %2이거나 모서리가 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>%1 has no area: %2 x %3 pixels</source>
        <translation>%1의 넓이가 없습니다: %2 x %3픽셀</translation>
    </message>
    <message>
        <source>%1 lies far outside of the image: corners are shares of width and height, 0 to 1</source>
        <translation>%1이(가) 이미지에서 멀리 벗어나 있습니다. 모서리는 너비와 높이에 대한 비율로 0에서 1까지입니다</translation>
    </message>
</context>
<context>
    <name>RecordIoWriter</name>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
    <message>
        <source>Packing images</source>
        <translation>이미지 담는 중</translation>
    </message>
    <message>
        <source>%1 was left out: the image cannot be read: %2</source>
        <translation>%1을(를) 뺐습니다. 이미지를 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 was left out: it has %2 x %3 pixels, but its labels were made on %4 x %5</source>
        <translation>%1을(를) 뺐습니다. 이미지는 %2 x %3픽셀인데 라벨은 %4 x %5에서 만들어졌습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓰지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The fullest image needs the hyperparameter label_width %1; SageMaker&apos;s default is %2</source>
        <translation>라벨이 가장 많은 이미지에는 하이퍼파라미터 label_width %1이(가) 필요합니다. SageMaker의 기본값은 %2입니다</translation>
    </message>
    <message numerus="yes">
        <source>%n images were encoded anew, because they are too large, stored turned or neither JPEG nor PNG</source>
        <translation>
            <numerusform>너무 크거나, 돌려서 저장되었거나, JPEG도 PNG도 아닌 이미지 %n개를 다시 인코딩했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>%1 has no tab: a line is index, label values and path, separated by tabs</source>
        <translation>%1에 탭이 없습니다: 한 줄은 번호, 라벨 값, 경로를 탭으로 구분한 것입니다</translation>
    </message>
    <message>
        <source>%1: the index &quot;%2&quot; is no whole number</source>
        <translation>%1: 번호 &quot;%2&quot;이(가) 정수가 아닙니다</translation>
    </message>
    <message>
        <source>%1: the path is empty or not UTF-8</source>
        <translation>%1: 경로가 비어 있거나 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>%1: label value %2 is &quot;%3&quot; and no number</source>
        <translation>%1: 라벨 값 %2이(가) &quot;%3&quot;(으)로, 수가 아닙니다</translation>
    </message>
    <message>
        <source>%1: a .lst file cannot carry a tab or a line end in a path</source>
        <translation>%1: .lst 파일의 경로에는 탭이나 줄바꿈을 넣을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>RecordNames</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
</context>
<context>
    <name>ResnetOnnx</name>
    <message>
        <source>its graph is not that of a pre-activation ResNet-50: %1 is not where it belongs</source>
        <translation>전치 활성화 ResNet-50의 그래프가 아닙니다: %1이(가) 있어야 할 자리에 없습니다</translation>
    </message>
</context>
<context>
    <name>ResponseFiles</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>it names no &quot;file&quot;</source>
        <translation>&quot;file&quot;이 없습니다</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 파일이 손상되었습니다: %2</translation>
    </message>
    <message>
        <source>it holds no object</source>
        <translation>객체가 없습니다</translation>
    </message>
</context>
<context>
    <name>RunRecord</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: %2 was &quot;%3&quot; and is now &quot;%4&quot;.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: %2 값이 &quot;%3&quot;에서 &quot;%4&quot;(으)로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: its seed was another one.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: 시드가 다릅니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: its images, labels or classes have changed since. Start a new run; it can start from this one&apos;s model.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: 그 뒤로 이미지, 라벨 또는 클래스가 바뀌었습니다. 새로 시작하세요. 이 실행의 모델에서 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: its images were varied in another way.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: 이미지 변형 방식이 다릅니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: its precision was %2 and would be %3 now.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: 정밀도가 %2에서 %3(으)로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The run %1 cannot go on: its learning rate began in another way in the first steps. Give --hyperparameters and --preset as at its beginning.</source>
        <translation>학습 실행 %1을(를) 이어서 할 수 없습니다: 첫 단계의 학습률이 다르게 시작되었습니다. --hyperparameters와 --preset을 처음과 같게 지정하세요.</translation>
    </message>
</context>
<context>
    <name>Safetensors</name>
    <message>
        <source>%1 is not a usable safetensors file: %2</source>
        <translation>%1은(는) 쓸 수 있는 safetensors 파일이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it has only %1 bytes</source>
        <translation>크기가 %1바이트뿐입니다</translation>
    </message>
    <message>
        <source>its header should be %1 bytes long, the file has %2</source>
        <translation>헤더가 %1바이트여야 하는데 파일은 %2바이트입니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; could not be read</source>
        <translation>텐서 &quot;%1&quot;을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; has an element type that safetensors files cannot hold</source>
        <translation>텐서 &quot;%1&quot;의 요소 형식은 safetensors 파일에 담을 수 없습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has no dtype, shape and data_offsets</source>
        <translation>텐서 &quot;%1&quot;에 dtype, shape, data_offsets가 없습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has the unknown element type &quot;%2&quot;</source>
        <translation>텐서 &quot;%1&quot;의 요소 형식 &quot;%2&quot;을(를) 알 수 없습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has a shape that is no list of counts</source>
        <translation>텐서 &quot;%1&quot;의 shape가 개수의 목록이 아닙니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has data_offsets that are not two counts</source>
        <translation>텐서 &quot;%1&quot;의 data_offsets가 수 두 개가 아닙니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; lies at bytes %2 to %3, but there are %4 bytes of data</source>
        <translation>텐서 &quot;%1&quot;의 위치가 %2~%3바이트인데 데이터는 %4바이트입니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; takes %2 bytes, but its shape and type %3 say otherwise</source>
        <translation>텐서 &quot;%1&quot;이(가) %2바이트를 차지하는데 모양과 형식 %3과(와) 맞지 않습니다</translation>
    </message>
    <message>
        <source>tensors &quot;%1&quot; and &quot;%2&quot; overlap</source>
        <translation>텐서 &quot;%1&quot;과(와) &quot;%2&quot;이(가) 겹칩니다</translation>
    </message>
    <message>
        <source>its header is not a JSON object</source>
        <translation>헤더가 JSON 객체가 아닙니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; comes twice</source>
        <translation>텐서 &quot;%1&quot;이(가) 두 번 나옵니다</translation>
    </message>
</context>
<context>
    <name>SagemakerImages</name>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>SagemakerJson</name>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the image %2 was not found</source>
        <translation>%1: 이미지 %2을(를) 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>SageMaker JSON, one file per image</source>
        <translation>SageMaker JSON, 이미지마다 파일 하나</translation>
    </message>
    <message>
        <source>%1 holds no annotation file (*.json)</source>
        <translation>%1에 어노테이션 파일(*.json)이 없습니다</translation>
    </message>
</context>
<context>
    <name>SagemakerJsonWriter</name>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 중지했습니다</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n images are neither JPEG nor PNG: SageMaker does not read them</source>
        <translation>
            <numerusform>이미지 %n개가 JPEG도 PNG도 아닙니다: SageMaker가 읽지 못합니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SagemakerResponses</name>
    <message>
        <source>the image %1 was not found</source>
        <translation>이미지 %1을(를) 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>SageMaker&apos;s answers (batch transform, *.out)</source>
        <translation>SageMaker의 응답 (배치 변환, *.out)</translation>
    </message>
    <message>
        <source>%1 holds no answers (*.out)</source>
        <translation>%1에 응답(*.out)이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) with a confidence below %1 were left out</source>
        <translation>
            <numerusform>신뢰도가 %1보다 낮은 박스 %n개를 뺐습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has a box without an area: its corners are %2, %3, %4, %5</source>
        <translation>%1에 넓이가 없는 상자가 있습니다: 모서리 값이 %2, %3, %4, %5입니다</translation>
    </message>
</context>
<context>
    <name>SampleCommand</name>
    <message>
        <source>Draw a data set of three classes with exact boxes, to try everything with</source>
        <translation>무엇이든 시험해 볼 수 있도록 정확한 박스가 있는 세 클래스의 데이터 세트 그리기</translation>
    </message>
    <message>
        <source>Folder to draw into</source>
        <translation>그릴 폴더</translation>
    </message>
    <message>
        <source>How many images (120)</source>
        <translation>이미지 수(120)</translation>
    </message>
    <message>
        <source>The same seed gives the same files (1)</source>
        <translation>같은 시드에서는 같은 파일이 나옵니다(1)</translation>
    </message>
    <message>
        <source>%1 images in %2</source>
        <translation>%2에 이미지 %1개</translation>
    </message>
</context>
<context>
    <name>SampleDataset</name>
    <message>
        <source>%1 could not be written: this Qt cannot write JPEG files.</source>
        <translation>%1을(를) 쓸 수 없습니다: 이 Qt는 JPEG 파일을 쓰지 못합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Drawing the sample data set was cancelled after %n image(s).</source>
        <translation>
            <numerusform>이미지 %n개를 그린 뒤 샘플 데이터 세트 그리기를 취소했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawing scenes</source>
        <translation>장면 그리는 중</translation>
    </message>
    <message>
        <source>The sample data set could not be drawn.</source>
        <translation>샘플 데이터 세트를 그릴 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>SparseArray</name>
    <message>
        <source>its stored rows of shape %1 with %2 row numbers do not fit its shape %3</source>
        <translation>모양 %1의 저장된 행과 행 번호 %2개가 모양 %3과(와) 맞지 않습니다</translation>
    </message>
    <message>
        <source>it stores row %1 of %2</source>
        <translation>%2개 행 중 %1번째 행을 저장합니다</translation>
    </message>
    <message>
        <source>it stores column %1 of %2</source>
        <translation>%2개 열 중 %1번째 열을 저장합니다</translation>
    </message>
    <message>
        <source>it has %1 row pointers for the shape %2</source>
        <translation>모양 %2에 행 포인터가 %1개입니다</translation>
    </message>
    <message>
        <source>its row %1 takes elements %2 to %3 of %4</source>
        <translation>행 %1이(가) 요소 %4개 중 %2부터 %3까지를 가리킵니다</translation>
    </message>
    <message>
        <source>its indexes are no integers</source>
        <translation>인덱스가 정수가 아닙니다</translation>
    </message>
</context>
<context>
    <name>SplitCommand</name>
    <message>
        <source>--ratio %1: this is not of the form TRAIN:VALIDATION or TRAIN:VALIDATION:TEST, as in 80:20 or 70:20:10.</source>
        <translation>--ratio %1: 80:20이나 70:20:10처럼 TRAIN:VALIDATION 또는 TRAIN:VALIDATION:TEST 꼴이 아닙니다.</translation>
    </message>
    <message>
        <source>%1  train %2, validation %3, test %4</source>
        <translation>%1  학습 %2, 검증 %3, 시험 %4</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of images were kept together.</source>
        <translation>
            <numerusform>이미지 묶음 %n개를 함께 두었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Distribute images over training, validation and test</source>
        <translation>이미지를 학습, 검증, 시험으로 나눕니다</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Shares of training, validation and test (80:20)</source>
        <translation>학습, 검증, 시험의 비율 (80:20)</translation>
    </message>
    <message>
        <source>The same seed gives the same split (1)</source>
        <translation>시드가 같으면 분할도 같습니다 (1)</translation>
    </message>
    <message>
        <source>By chance alone; else every class gets the same shares</source>
        <translation>무작위로만 나눕니다. 아니면 모든 클래스가 같은 비율을 갖습니다</translation>
    </message>
    <message>
        <source>Keep images together: by folder, name pattern or near-duplicates</source>
        <translation>이미지를 함께 둡니다. 폴더, 이름 패턴, 거의 같은 이미지 기준</translation>
    </message>
    <message>
        <source>For --group pattern: images with the same captured text, as in &quot;^(scene\d+)&quot;</source>
        <translation>--group pattern용: &quot;^(scene\d+)&quot;처럼 괄호에 잡힌 글이 같은 이미지</translation>
    </message>
    <message>
        <source>Only images that are in no split yet</source>
        <translation>아직 분할되지 않은 이미지만</translation>
    </message>
    <message>
        <source>The training images, one a line; with lists nothing is drawn by lot</source>
        <translation>학습 이미지를 한 줄에 하나씩 적은 파일. 목록을 쓰면 무작위로 나누지 않습니다</translation>
    </message>
    <message>
        <source>The validation images</source>
        <translation>검증 이미지 목록</translation>
    </message>
    <message>
        <source>The test images</source>
        <translation>테스트 이미지 목록</translation>
    </message>
    <message numerus="yes">
        <source>%n lines name no image of the project, or several of them. The first is %1</source>
        <translation>
            <numerusform>%n줄이 프로젝트의 어느 이미지도 가리키지 않거나 여럿을 가리킵니다. 첫 번째는 %1입니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitLists</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>%1: this image is in the list of another split too</source>
        <translation>%1: 이 이미지는 다른 분할의 목록에도 있습니다</translation>
    </message>
    <message>
        <source>The lists name no image of this data set</source>
        <translation>목록에 이 데이터 세트의 이미지가 하나도 없습니다</translation>
    </message>
</context>
<context>
    <name>SplitOutcome</name>
    <message>
        <source>%1: %2 training, %3 validation, %4 test</source>
        <translation>%1: 학습 %2, 검증 %3, 시험 %4</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
</context>
<context>
    <name>SplitPlan</name>
    <message>
        <source>The name pattern &quot;%1&quot; is no regular expression: %2</source>
        <translation>이름 패턴 &quot;%1&quot;은(는) 정규 표현식이 아닙니다: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>No image&apos;s name matches the pattern &quot;%1&quot;</source>
        <translation>패턴 &quot;%1&quot;에 맞는 이미지 이름이 없습니다</translation>
    </message>
    <message>
        <source>The share %1 of a split is no number from 0</source>
        <translation>분할의 비율 %1은(는) 0 이상의 수가 아닙니다</translation>
    </message>
    <message>
        <source>The shares of the splits are all 0</source>
        <translation>분할의 비율이 모두 0입니다</translation>
    </message>
</context>
<context>
    <name>SsdDetector</name>
    <message>
        <source>The model in %1 could not be opened</source>
        <translation>%1의 모델을 열 수 없습니다</translation>
    </message>
    <message>
        <source>There is no image to detect on</source>
        <translation>객체를 찾을 이미지가 없습니다</translation>
    </message>
    <message>
        <source>The model %1 could not be run</source>
        <translation>모델 %1을(를) 실행할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>SsdRecognition</name>
    <message>
        <source>node %1 (%2): %3</source>
        <translation>노드 %1(%2): %3</translation>
    </message>
    <message>
        <source>node %1 (%2): variances has %3 numbers instead of 4</source>
        <translation>노드 %1(%2): variances의 수가 4개가 아니라 %3개입니다</translation>
    </message>
    <message>
        <source>%1: hyperparams.json says %2 is %3, but in %4 it is %5</source>
        <translation>%1: hyperparams.json에는 %2 값이 %3인데, %4에는 %5입니다</translation>
    </message>
</context>
<context>
    <name>StagingFolder</name>
    <message>
        <source>%1 could not be written to the disk</source>
        <translation>%1을(를) 디스크에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is a file: choose a folder</source>
        <translation>%1은(는) 파일입니다. 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1 holds %2, which no export wrote: choose an empty folder or a new name</source>
        <translation>%1에 내보내기로 만들지 않은 %2이(가) 있습니다. 빈 폴더나 새 이름을 고르세요</translation>
    </message>
    <message>
        <source>The export cannot be written beside %1: the folder %2 takes no new files</source>
        <translation>%1 옆에 내보낼 수 없습니다: 폴더 %2에 새 파일을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>The finished export could not be renamed to %1</source>
        <translation>내보낸 결과의 이름을 %1(으)로 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>The earlier export at %1 could not be replaced</source>
        <translation>%1에 있는 이전 내보내기 결과를 바꿀 수 없습니다</translation>
    </message>
</context>
<context>
    <name>StartNetwork</name>
    <message>
        <source>its base network is %1, and base_network here is %2</source>
        <translation>그 기반 네트워크는 %1인데 여기의 base_network는 %2입니다</translation>
    </message>
    <message>
        <source>it has %1 classes, and here there are %2. Its base network alone can be the start: choose that (--backbone-only), and the rest is learned anew</source>
        <translation>그 모델의 클래스는 %1개인데 여기는 %2개입니다. 기반 네트워크만 시작점으로 쓸 수 있습니다(--backbone-only). 나머지는 새로 배웁니다</translation>
    </message>
    <message>
        <source>The model %1 cannot be trained further: %2.</source>
        <translation>모델 %1을(를) 이어서 학습할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>its layers for image_shape %1 are not those for %2 (%3). Its base network alone can be the start: choose that (--backbone-only), or the same image_shape</source>
        <translation>image_shape %1의 층은 %2의 층과 다릅니다(%3). 기반 네트워크만 시작점으로 쓰거나(--backbone-only) 같은 image_shape를 쓰세요</translation>
    </message>
    <message>
        <source>Training goes on from the model %1.</source>
        <translation>모델 %1에서 이어서 학습합니다.</translation>
    </message>
    <message>
        <source>Its classes were %1 and are now %2: they are taken in this order.</source>
        <translation>클래스가 %1에서 %2(으)로 바뀌었습니다. 이 순서대로 이어받습니다.</translation>
    </message>
</context>
<context>
    <name>SymbolAttributes</name>
    <message>
        <source>attribute %1 is &quot;%2&quot; and not %3</source>
        <translation>속성 %1이(가) &quot;%2&quot;입니다. 필요한 값: %3</translation>
    </message>
    <message>
        <source>True or False</source>
        <translation>True 또는 False</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수 여러 개</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>정수 여러 개</translation>
    </message>
</context>
<context>
    <name>SymbolGraph</name>
    <message>
        <source>the graph runs in a circle through node %1 (%2)</source>
        <translation>그래프가 노드 %1(%2)을(를) 지나 순환합니다</translation>
    </message>
</context>
<context>
    <name>SymbolReader</name>
    <message>
        <source>%1 has no &quot;%2&quot;</source>
        <translation>%1에 &quot;%2&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>&quot;%2&quot; of %1 is %3</source>
        <translation>%1의 &quot;%2&quot; 값이 %3입니다</translation>
    </message>
    <message>
        <source>%1 holds %2, allowed is 0 to %3</source>
        <translation>%1의 값이 %2입니다. 0에서 %3까지 허용됩니다</translation>
    </message>
    <message>
        <source>%1 holds %2, which is no [node, output, version]</source>
        <translation>%1의 값 %2은(는) [노드, 출력, 버전]이 아닙니다</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>노드 %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 값이 %2입니다</translation>
    </message>
    <message>
        <source>node %1 (%2)</source>
        <translation>노드 %1(%2)</translation>
    </message>
    <message>
        <source>the graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>node_row_ptr has %1 entries for %2 nodes</source>
        <translation>노드 %2개에 node_row_ptr 항목이 %1개입니다</translation>
    </message>
    <message>
        <source>node_row_ptr falls from %1 to %2</source>
        <translation>node_row_ptr이 %1에서 %2(으)로 줄어듭니다</translation>
    </message>
    <message>
        <source>mxnet_version is %1</source>
        <translation>mxnet_version이 %1입니다</translation>
    </message>
    <message>
        <source>a graph is a JSON object, this is %1</source>
        <translation>그래프는 JSON 객체여야 하는데 %1입니다</translation>
    </message>
    <message>
        <source>it is nested more than %1 deep</source>
        <translation>%1단계보다 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>%1 is too large for a symbol file: %2 bytes</source>
        <translation>%1: 심볼 파일로는 너무 큽니다(%2바이트)</translation>
    </message>
    <message>
        <source>%1 is no usable symbol file: %2</source>
        <translation>%1: 쓸 수 있는 심볼 파일이 아닙니다. %2</translation>
    </message>
    <message>
        <source>%1 is no JSON, at byte %2</source>
        <translation>%1: JSON이 아닙니다(%2번째 바이트)</translation>
    </message>
    <message>
        <source>%1 is no usable symbol file</source>
        <translation>%1: 쓸 수 있는 심볼 파일이 아닙니다</translation>
    </message>
</context>
<context>
    <name>TorchFile</name>
    <message>
        <source>its mappings are nested too deeply at &quot;%1&quot;</source>
        <translation>&quot;%1&quot;에서 사전이 너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no possible shape</source>
        <translation>&quot;%1&quot;의 모양이 있을 수 없는 것입니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes twice</source>
        <translation>&quot;%1&quot;이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reaches beyond its data</source>
        <translation>&quot;%1&quot;이(가) 자기 데이터를 벗어납니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would take more memory than the whole file</source>
        <translation>&quot;%1&quot;이(가) 파일 전체보다 많은 메모리를 차지하게 됩니다</translation>
    </message>
    <message>
        <source>it is a zip archive without data.pkl</source>
        <translation>data.pkl이 없는 zip 파일입니다</translation>
    </message>
    <message>
        <source>its numbers are stored in big-endian order</source>
        <translation>숫자가 빅 엔디언 순서로 저장되어 있습니다</translation>
    </message>
    <message>
        <source>its version is %1, not %2</source>
        <translation>버전이 %2이(가) 아니라 %1입니다</translation>
    </message>
    <message>
        <source>it ends before the data of storage %1</source>
        <translation>저장 영역 %1의 데이터가 나오기 전에 끝납니다</translation>
    </message>
    <message>
        <source>it holds parts of storages, as only the first versions of torch wrote them</source>
        <translation>torch의 첫 버전들만 쓰던, 저장 영역의 일부를 가리키는 형식입니다</translation>
    </message>
</context>
<context>
    <name>TrainCommand</name>
    <message>
        <source>loss %1 class + %2 box</source>
        <translation>손실 클래스 %1 + 박스 %2</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>%1 images per second</source>
        <translation>초당 이미지 %1장</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>best so far</source>
        <translation>지금까지 최고</translation>
    </message>
    <message>
        <source>mAP         %1 (epoch %2 of %3)</source>
        <translation>mAP           %1(에포크 %2/%3)</translation>
    </message>
    <message>
        <source>mAP         - (no validation image)</source>
        <translation>mAP           -(검증 이미지 없음)</translation>
    </message>
    <message>
        <source>trained     %1 images in %2</source>
        <translation>학습          이미지 %1장, %2</translation>
    </message>
    <message>
        <source>best model  %1</source>
        <translation>최고 모델     %1</translation>
    </message>
    <message>
        <source>last model  %1</source>
        <translation>마지막 모델   %1</translation>
    </message>
    <message>
        <source>%1 images to train on, %2 for validation</source>
        <translation>학습 이미지 %1개, 검증 이미지 %2개</translation>
    </message>
    <message>
        <source>left out: %1 images without labels that nobody has said to be empty</source>
        <translation>제외: 라벨이 없고 비어 있다고 확인되지 않은 이미지 %1개</translation>
    </message>
    <message>
        <source>left out: %1 labels whose boxes have no area</source>
        <translation>제외: 박스에 넓이가 없는 라벨 %1개</translation>
    </message>
    <message>
        <source>left out: %1 images that cannot be read</source>
        <translation>제외: 읽을 수 없는 이미지 %1개</translation>
    </message>
    <message>
        <source>Train a model on a project&apos;s labelled images</source>
        <translation>프로젝트의 라벨 있는 이미지로 모델 학습</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>프로젝트 파일</translation>
    </message>
    <message>
        <source>Name of the run: its models come into P.runs/NAME</source>
        <translation>학습 실행의 이름. 모델은 P.runs/이름에 저장됩니다</translation>
    </message>
    <message>
        <source>Start from these hyperparameters (balanced, without a file)</source>
        <translation>이 하이퍼파라미터로 시작(파일이 없으면 balanced)</translation>
    </message>
    <message>
        <source>SageMaker&apos;s hyperparameters: one flat JSON object</source>
        <translation>SageMaker의 하이퍼파라미터: 중첩 없는 JSON 객체 하나</translation>
    </message>
    <message>
        <source>Single hyperparameters under SageMaker&apos;s names; win over all</source>
        <translation>SageMaker 이름으로 적은 개별 하이퍼파라미터. 다른 설정보다 우선합니다</translation>
    </message>
    <message>
        <source>End after that time, with the learning rate fitted to it; 0: no limit</source>
        <translation>이 시간 뒤에 끝내고 학습률도 그에 맞춤. 0이면 제한 없음</translation>
    </message>
    <message>
        <source>Threads to use; 0: one fewer than cores</source>
        <translation>사용할 스레드 수. 0이면 코어 수보다 하나 적게</translation>
    </message>
    <message>
        <source>The same seed and thread count give the same run (1)</source>
        <translation>같은 시드와 스레드 수에서는 결과가 같습니다(1)</translation>
    </message>
    <message>
        <source>Go on with a run that was stopped</source>
        <translation>멈춘 학습 실행을 이어서 하기</translation>
    </message>
    <message>
        <source>--run %1: a run becomes a folder; use up to 100 letters, digits, spaces, &quot;-&quot; and &quot;_&quot;.</source>
        <translation>--run %1: 학습 실행의 이름은 폴더 이름이 됩니다. 글자, 숫자, 공백, &quot;-&quot;, &quot;_&quot;를 100자까지 쓰세요.</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; exists already; choose another name, or --resume it.</source>
        <translation>학습 실행 &quot;%1&quot;이(가) 이미 있습니다. 다른 이름을 쓰거나 --resume으로 이어서 하세요.</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; to resume in %2.</source>
        <translation>%2에 이어서 할 학습 실행 &quot;%1&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no labelled image to train on.</source>
        <translation>%1에 학습할 라벨 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>The training ended before there was a model.</source>
        <translation>모델이 나오기 전에 학습이 끝났습니다.</translation>
    </message>
    <message>
        <source>File of ImageNet weights to start the base network from: safetensors, .pth, .onnx or .params</source>
        <translation>기반 네트워크의 시작점이 될 ImageNet 가중치 파일: safetensors, .pth, .onnx, .params</translation>
    </message>
    <message>
        <source>Earlier model to train further: its folder, or SageMaker&apos;s model.tar.gz</source>
        <translation>이어서 학습할 이전 모델: 폴더 또는 SageMaker의 model.tar.gz</translation>
    </message>
    <message>
        <source>Of that model take the base network alone: classes may be others</source>
        <translation>그 모델의 기반 네트워크만 가져오기. 클래스가 달라도 됩니다</translation>
    </message>
    <message>
        <source>--weights and --start-model are two starts of one training; choose one.</source>
        <translation>--weights와 --start-model은 서로 다른 시작점입니다. 하나만 고르세요.</translation>
    </message>
    <message>
        <source>--backbone-only says what to take of a model; name that with --start-model.</source>
        <translation>--backbone-only는 모델에서 무엇을 가져올지 정합니다. --start-model로 모델을 지정하세요.</translation>
    </message>
</context>
<context>
    <name>Trainer</name>
    <message>
        <source>%1: a label has class %2, but there are %3 classes.</source>
        <translation>%1: 라벨의 클래스가 %2인데 클래스는 %3개입니다.</translation>
    </message>
    <message>
        <source>There is no label in the training images: a detector learns from labelled boxes.</source>
        <translation>학습 이미지에 라벨이 없습니다. 검출기는 라벨이 있는 박스로 배웁니다.</translation>
    </message>
    <message>
        <source>There is no training image.</source>
        <translation>학습 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>There is no class to train.</source>
        <translation>학습할 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>num_classes is %1, but the data set has %2 classes.</source>
        <translation>num_classes가 %1인데 데이터 세트의 클래스는 %2개입니다.</translation>
    </message>
    <message>
        <source>base_network is %1, which this version cannot train; it can train %2.</source>
        <translation>base_network가 %1인데 이 버전은 학습할 수 없습니다. 학습할 수 있는 것: %2.</translation>
    </message>
    <message>
        <source>freeze_layer_pattern is &quot;%1&quot; and freezes everything.</source>
        <translation>freeze_layer_pattern이 &quot;%1&quot;(으)로, 모든 것을 고정합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 parameters are frozen.</source>
        <translation>파라미터 %2개 중 %1개를 고정했습니다.</translation>
    </message>
    <message>
        <source>Training failed: %1</source>
        <translation>학습 실패: %1</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>Training ends early: validation mAP has not risen for %n epoch(s).</source>
        <translation>
            <numerusform>학습을 일찍 끝냅니다: 에포크 %n개 동안 검증 mAP가 오르지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Training goes on after step %1 (epoch %2).</source>
        <translation>스텝 %1(에포크 %2) 다음부터 학습을 이어 갑니다.</translation>
    </message>
    <message>
        <source>An image is left out: %1</source>
        <translation>이미지 하나를 제외합니다: %1</translation>
    </message>
    <message>
        <source>None of the training images can be read. The first: %1</source>
        <translation>읽을 수 있는 학습 이미지가 없습니다. 첫 번째: %1</translation>
    </message>
    <message>
        <source>The loss is no longer a number in epoch %1, step %2, at learning rate %3.</source>
        <translation>학습률 %3, 에폭 %1의 단계 %2에서 손실이 더 이상 수가 아닙니다.</translation>
    </message>
    <message>
        <source>A weight is no longer a number in epoch %1, step %2, at learning rate %3.</source>
        <translation>학습률 %3, 에폭 %1의 단계 %2에서 가중치가 더 이상 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The weights are still finite: the batch itself brought it about.</source>
        <translation>가중치는 아직 유한합니다. 이 배치 자체가 원인입니다.</translation>
    </message>
    <message>
        <source>The weights have grown beyond all bounds (%1).</source>
        <translation>가중치가 한없이 커졌습니다(%1).</translation>
    </message>
    <message>
        <source>A lower learning_rate than %1 helps in most cases.</source>
        <translation>learning_rate를 %1보다 낮추면 대부분 해결됩니다.</translation>
    </message>
    <message>
        <source>The last good model is kept in %1.</source>
        <translation>마지막으로 온전했던 모델은 %1에 남아 있습니다.</translation>
    </message>
    <message>
        <source>No model had been saved yet.</source>
        <translation>아직 저장된 모델이 없었습니다.</translation>
    </message>
    <message>
        <source>Convolutions compute in bfloat16.</source>
        <translation>합성곱을 bfloat16으로 계산합니다.</translation>
    </message>
    <message>
        <source>This training computes on %1.</source>
        <translation>이 학습은 다음 장치에서 계산합니다: %1.</translation>
    </message>
    <message>
        <source>There is nothing for bfloat16 in %1: convolutions compute in float32.</source>
        <translation>%1에는 bfloat16용 연산이 없어 합성곱을 float32로 계산합니다.</translation>
    </message>
</context>
<context>
    <name>TrainingData</name>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>SageMaker&apos;s object detection cannot train on the format &quot;%1&quot;; it takes %2</source>
        <translation>SageMaker의 객체 감지는 &quot;%1&quot; 형식으로 학습할 수 없습니다. 받는 형식: %2</translation>
    </message>
</context>
<context>
    <name>TrainingJob</name>
    <message>
        <source>The training job&apos;s name &quot;%1&quot; must be 1 to 63 letters, digits and hyphens</source>
        <translation>학습 작업 이름 &quot;%1&quot;은(는) 영문자, 숫자, 하이픈 1~63자여야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no role: it should look like arn:aws:iam::123456789012:role/NAME</source>
        <translation>&quot;%1&quot;은(는) 역할이 아닙니다. arn:aws:iam::123456789012:role/NAME 꼴이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address in S3: it should look like s3://bucket/folder</source>
        <translation>&quot;%1&quot;은(는) S3 주소가 아닙니다. s3://bucket/folder 꼴이어야 합니다</translation>
    </message>
    <message>
        <source>The training job needs the address in S3 that the export is uploaded to</source>
        <translation>학습 작업에는 내보낸 데이터를 올릴 S3 주소가 필요합니다</translation>
    </message>
    <message>
        <source>SageMaker&apos;s object detection is not offered in the region &quot;%1&quot;</source>
        <translation>리전 &quot;%1&quot;에서는 SageMaker의 객체 감지를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The instance &quot;%1&quot; has no GPU that object detection trains on; ml.p3.2xlarge or ml.g4dn.xlarge has one</source>
        <translation>인스턴스 &quot;%1&quot;에는 객체 감지를 학습할 GPU가 없습니다. ml.p3.2xlarge나 ml.g4dn.xlarge에는 있습니다</translation>
    </message>
    <message>
        <source>A training job needs at least one instance, one GB and one second</source>
        <translation>학습 작업에는 적어도 인스턴스 하나, 1GB, 1초가 필요합니다</translation>
    </message>
    <message>
        <source>The hyperparameter %1 is %2, but the data needs %3</source>
        <translation>하이퍼파라미터 %1의 값은 %2이지만 데이터에는 %3이(가) 필요합니다</translation>
    </message>
    <message>
        <source>There is nothing to train on: the export has no labelled training image</source>
        <translation>학습할 것이 없습니다. 내보낸 데이터에 라벨이 있는 학습 이미지가 없습니다</translation>
    </message>
    <message>
        <source>SageMaker&apos;s object detection needs validation images, and the export has none</source>
        <translation>SageMaker의 객체 감지에는 검증 이미지가 필요하지만 내보낸 데이터에 없습니다</translation>
    </message>
</context>
<context>
    <name>TrainingJobOptions</name>
    <message>
        <source>Also write SageMaker&apos;s CreateTrainingJob request, and upload.sh beside it</source>
        <translation>SageMaker의 CreateTrainingJob 요청과 upload.sh도 함께 씁니다</translation>
    </message>
    <message>
        <source>Training job: address that the export is uploaded to</source>
        <translation>학습 작업: 내보낸 데이터를 올릴 주소</translation>
    </message>
    <message>
        <source>Training job: role that SageMaker acts under</source>
        <translation>학습 작업: SageMaker가 쓸 역할</translation>
    </message>
    <message>
        <source>Training job: region (us-east-1)</source>
        <translation>학습 작업: 리전 (us-east-1)</translation>
    </message>
    <message>
        <source>Training job: machine with a GPU (ml.p3.2xlarge)</source>
        <translation>학습 작업: GPU가 있는 인스턴스 (ml.p3.2xlarge)</translation>
    </message>
    <message>
        <source>Training job: name (the project&apos;s, with the time)</source>
        <translation>학습 작업: 이름 (프로젝트 이름과 시각)</translation>
    </message>
    <message>
        <source>Training job: model.tar.gz of an earlier job to train further</source>
        <translation>학습 작업: 이어서 학습할 이전 작업의 model.tar.gz</translation>
    </message>
    <message>
        <source>Training job: one flat JSON object of hyperparameters</source>
        <translation>학습 작업: 하이퍼파라미터가 담긴 단순 JSON 객체</translation>
    </message>
    <message>
        <source>Training job: single hyperparameters; win over the file</source>
        <translation>학습 작업: 개별 하이퍼파라미터. 파일보다 우선합니다</translation>
    </message>
    <message>
        <source>%1 holds placeholders for the bucket and the role that were not given: name them with --s3-data and --role</source>
        <translation>%1에는 주어지지 않은 버킷과 역할 자리에 예시 값이 들어 있습니다. --s3-data와 --role로 지정하세요</translation>
    </message>
</context>
<context>
    <name>TrainingLog</name>
    <message>
        <source>%1 tells of no epoch: it has no line with #quality_metric, as SageMaker&apos;s object detection writes</source>
        <translation>%1에 에포크에 대한 말이 없습니다: SageMaker 객체 감지가 쓰는 #quality_metric 줄이 없습니다</translation>
    </message>
</context>
<context>
    <name>TrainingOptions</name>
    <message>
        <source>--set %1: this is not of the form NAME=VALUE.</source>
        <translation>--set %1: 이름=값 형태가 아닙니다.</translation>
    </message>
    <message>
        <source>%1: hyperparameters are one JSON object.</source>
        <translation>%1: 하이퍼파라미터는 JSON 객체 하나여야 합니다.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is neither text nor a number: %3</source>
        <translation>%1: &quot;%2&quot;이(가) 텍스트도 수도 아닙니다: %3</translation>
    </message>
    <message>
        <source>%1 is no valid JSON.</source>
        <translation>%1은(는) 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>use_pretrained_model is 1, but there are no weights to start from; name a file with --weights, or set use_pretrained_model=0.</source>
        <translation>use_pretrained_model이 1인데 시작할 가중치가 없습니다. --weights로 파일을 지정하거나 use_pretrained_model=0으로 하세요.</translation>
    </message>
    <message>
        <source>How much images are varied (mild for the quick preset, else full)</source>
        <translation>이미지를 변형하는 정도 (빠른 프리셋은 mild, 그 밖에는 full)</translation>
    </message>
    <message>
        <source>Steps that vary images, with commas: %1; none: leave them as they are (all)</source>
        <translation>이미지를 변형하는 단계, 쉼표로 구분: %1. none이면 그대로 둠 (모두)</translation>
    </message>
    <message>
        <source>use_pretrained_model is 0, but --weights or --start-model names a start; leave one of them out.</source>
        <translation>use_pretrained_model이 0인데 --weights나 --start-model로 시작점을 지정했습니다. 둘 중 하나를 빼세요.</translation>
    </message>
</context>
<context>
    <name>TrainingPlan</name>
    <message>
        <source>All labels are on validation images, and none are left to learn from. Label more images, or move some to the training split.</source>
        <translation>라벨이 모두 검증 이미지에 있어 학습할 것이 없습니다. 이미지에 라벨을 더 달거나 일부를 학습 분할로 옮기세요.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet. Draw boxes on a few images first: the key W on the Label page, then drag.</source>
        <translation>아직 학습할 것이 없습니다. 먼저 이미지 몇 장에 박스를 그리세요. 라벨 페이지에서 W 키를 누르고 끌면 됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>The class %1 has %n label(s) to learn from; %2 or more make it worth a try.</source>
        <translation>
            <numerusform>클래스 %1에서 학습할 라벨이 %n개뿐입니다. %2개 이상이면 시도해 볼 만합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No image is left to judge by: the training will show its loss, but no mAP.</source>
        <translation>평가에 쓸 이미지가 없습니다. 학습 중에 손실은 보이지만 mAP는 보이지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without labels are left out. Where there is nothing to find, say so with the key N: empty images teach too.</source>
        <translation>
            <numerusform>라벨이 없는 이미지 %n개는 제외됩니다. 찾을 것이 없는 이미지라면 N 키로 알려 주세요. 빈 이미지도 학습에 도움이 됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that cannot be read are left out.</source>
        <translation>
            <numerusform>읽을 수 없는 이미지 %n개는 제외됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 has %2 classes, and this project has %3. Tick &quot;Only its base network&quot; to keep what it knows of shapes, or choose another start.</source>
        <translation>모델 %1의 클래스는 %2개인데 이 프로젝트에는 %3개가 있습니다. 모델이 형태에 대해 배운 것만 살리려면 &quot;기반 네트워크만&quot;을 선택하거나, 다른 시작점을 고르세요.</translation>
    </message>
</context>
<context>
    <name>TrainingRunner</name>
    <message>
        <source>The training %1 was stopped by an unexpected error: %2</source>
        <translation>예기치 않은 오류로 학습 %1이(가) 중단되었습니다: %2</translation>
    </message>
</context>
<context>
    <name>TrainingStep</name>
    <message>
        <source>Memory does not suffice to learn from a single image. A smaller image_shape or base network needs less, and so does everything else that is closed meanwhile.</source>
        <translation>이미지 한 장을 학습하기에도 메모리가 모자랍니다. image_shape를 줄이거나 더 작은 기반 네트워크를 고르고, 다른 프로그램을 닫아 보세요.</translation>
    </message>
    <message>
        <source>Memory ran out: batches of %1 images are now worked through in %2 parts. A step still learns from the whole batch.</source>
        <translation>메모리가 모자라 이제 이미지 %1장짜리 배치를 %2번에 나누어 처리합니다. 한 단계는 여전히 배치 전체에서 배웁니다.</translation>
    </message>
</context>
<context>
    <name>Vgg16Layout</name>
    <message>
        <source>&quot;%1&quot; has the shape %2, which vgg-16 has not</source>
        <translation>&quot;%1&quot;의 모양 %2은(는) vgg-16에 없는 것입니다</translation>
    </message>
</context>
<context>
    <name>VocFormat</name>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the image %2 was not found</source>
        <translation>%1: 이미지 %2을(를) 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>ImageSets: %1 has neither an annotation nor an image</source>
        <translation>ImageSets: %1에 해당하는 어노테이션도 이미지도 없습니다</translation>
    </message>
    <message>
        <source>Pascal VOC</source>
        <translation>Pascal VOC</translation>
    </message>
    <message>
        <source>%1 holds no annotation file (*.xml)</source>
        <translation>%1에 어노테이션 파일(*.xml)이 없습니다</translation>
    </message>
</context>
<context>
    <name>VocSplits</name>
    <message>
        <source>%1: %2 is in another split already, which counts</source>
        <translation>%1: %2은(는) 이미 다른 분할에 있으며 그쪽을 따릅니다</translation>
    </message>
</context>
<context>
    <name>VocWriter</name>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n labels have corners between pixels: they are written with decimals, which some readers round</source>
        <translation>
            <numerusform>모서리가 픽셀 사이에 있는 라벨이 %n개 있습니다. 소수로 쓰며, 반올림하는 프로그램도 있습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocXml</name>
    <message>
        <source>this is no VOC annotation: its element is &lt;%1&gt;</source>
        <translation>VOC 어노테이션이 아닙니다: 요소가 &lt;%1&gt;입니다</translation>
    </message>
    <message>
        <source>line %1 is not valid XML: %2</source>
        <translation>%1번째 줄이 올바른 XML이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1 has no name</source>
        <translation>%1에 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1 (%2) has no bndbox</source>
        <translation>%1(%2)에 bndbox가 없습니다</translation>
    </message>
    <message>
        <source>%1 (%2): %3 is &quot;%4&quot;</source>
        <translation>%1(%2): %3 값이 &quot;%4&quot;입니다</translation>
    </message>
    <message>
        <source>%1 (%2) has no area: xmin %3, ymin %4, xmax %5, ymax %6</source>
        <translation>%1(%2)의 넓이가 없습니다: xmin %3, ymin %4, xmax %5, ymax %6</translation>
    </message>
    <message>
        <source>%1 (%2) lies outside the image</source>
        <translation>%1(%2)이(가) 이미지 밖에 있습니다</translation>
    </message>
    <message>
        <source>this is XML of the LabelMe web tool: its objects are outlines without boxes</source>
        <translation>LabelMe 웹 도구의 XML입니다. 객체가 박스 없는 윤곽선입니다</translation>
    </message>
</context>
<context>
    <name>VottFormat</name>
    <message>
        <source>%1 holds no &quot;assets&quot;: it is no export of VoTT</source>
        <translation>%1에 &quot;assets&quot;가 없습니다: VoTT에서 내보낸 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: asset %2: %3</source>
        <comment>file, id, what is wrong</comment>
        <translation>%1: asset %2: %3</translation>
    </message>
    <message>
        <source>VoTT (JSON and CSV exports)</source>
        <translation>VoTT(JSON과 CSV 내보내기)</translation>
    </message>
    <message>
        <source>%1 holds no export of VoTT (*.json with assets and regions, or *.csv)</source>
        <translation>%1에 VoTT에서 내보낸 파일(assets와 regions가 있는 *.json 또는 *.csv)이 없습니다</translation>
    </message>
    <message>
        <source>%1 is empty: it names no image</source>
        <translation>%1이(가) 비어 있습니다: 이미지를 가리키지 않습니다</translation>
    </message>
</context>
<context>
    <name>VottJson</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1: boundingBox is %2</source>
        <translation>%1: boundingBox 값이 %2입니다</translation>
    </message>
    <message>
        <source>%1 has no area: boundingBox is %2</source>
        <translation>%1의 넓이가 없습니다: boundingBox 값이 %2입니다</translation>
    </message>
    <message>
        <source>%1 has no tag</source>
        <translation>%1에 태그가 없습니다</translation>
    </message>
    <message>
        <source>%1 has %2 tags: it became as many labels</source>
        <translation>%1에 태그가 %2개 있습니다: 그 수만큼 라벨이 되었습니다</translation>
    </message>
    <message>
        <source>%1 is a %2: its bounds became the box</source>
        <translation>%1은(는) %2입니다: 도형을 둘러싼 사각형을 박스로 삼았습니다</translation>
    </message>
    <message>
        <source>&quot;asset&quot; names no image: its path is %1</source>
        <translation>&quot;asset&quot;이 이미지를 가리키지 않습니다: path 값이 %1입니다</translation>
    </message>
</context>
<context>
    <name>WeightMatching</name>
    <message>
        <source>one number</source>
        <translation>수 하나</translation>
    </message>
    <message>
        <source>%1: %2 in the file, %3 in the network</source>
        <translation>%1: 파일에는 %2, 네트워크에는 %3</translation>
    </message>
</context>
<context>
    <name>WeightsCommand</name>
    <message>
        <source>List and fetch public ImageNet weights that a training can start from</source>
        <translation>학습의 시작점이 될 공개 ImageNet 가중치를 보여 주고 받기</translation>
    </message>
    <message>
        <source>What to do: list or fetch</source>
        <translation>할 일: list 또는 fetch</translation>
    </message>
    <message>
        <source>Which weights to fetch, by the name that the list has</source>
        <translation>받을 가중치. 목록에 있는 이름</translation>
    </message>
    <message>
        <source>Fetch from there instead: files move</source>
        <translation>대신 이 주소에서 받기. 파일은 옮겨지기도 합니다</translation>
    </message>
    <message>
        <source>Check sum that the file must have, or its first digits</source>
        <translation>파일이 가져야 할 검사합 또는 그 앞자리</translation>
    </message>
    <message>
        <source>Folder to fetch into (the cache folder)</source>
        <translation>받아 둘 폴더(캐시 폴더)</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1MB</translation>
    </message>
    <message>
        <source>There are no weights &quot;%1&quot;; known are %2. Others can be fetched with --address.</source>
        <translation>&quot;%1&quot;이라는 가중치는 없습니다. 알려진 것은 %2입니다. 다른 것은 --address로 받을 수 있습니다.</translation>
    </message>
    <message>
        <source>--sha256 %1: these are not up to 64 hexadecimal digits.</source>
        <translation>--sha256 %1: 64자리 이하의 16진수가 아닙니다.</translation>
    </message>
    <message>
        <source>--address %1 names no file.</source>
        <translation>--address %1에 파일 이름이 없습니다.</translation>
    </message>
</context>
<context>
    <name>WrongKind</name>
    <message>
        <source>%1 is a TFRecord of TensorFlow, which is not read; export it as COCO or VOC</source>
        <translation>%1은(는) TensorFlow의 TFRecord이며 읽지 않습니다. COCO나 VOC로 내보내세요</translation>
    </message>
    <message>
        <source>%1 tells the classes of whole images, for classification, and no boxes</source>
        <translation>%1에는 분류용으로 이미지 전체의 클래스만 있고 박스는 없습니다</translation>
    </message>
    <message>
        <source>%1 holds images sorted into folders, for classification, and no boxes</source>
        <translation>%1에는 분류용으로 폴더별로 나눈 이미지가 있고 박스는 없습니다</translation>
    </message>
</context>
<context>
    <name>XAnyLabelingFormat</name>
    <message>
        <source>X-AnyLabeling JSON</source>
        <translation>X-AnyLabeling JSON</translation>
    </message>
</context>
<context>
    <name>XmlElement</name>
    <message>
        <source>document type declarations are refused</source>
        <translation>문서 형식 선언은 받지 않습니다</translation>
    </message>
    <message>
        <source>entities are refused</source>
        <translation>엔티티는 받지 않습니다</translation>
    </message>
    <message>
        <source>the elements are nested deeper than %1 levels</source>
        <translation>요소가 %1단계보다 깊게 중첩되었습니다</translation>
    </message>
</context>
<context>
    <name>YoloFormat</name>
    <message>
        <source>%1 was left out: YOLO&apos;s numbers are shares of the image, and the image was not found</source>
        <translation>%1을(를) 뺐습니다. YOLO의 숫자는 이미지에 대한 비율인데 이미지를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has no area: %2 x %3 pixels</source>
        <translation>%1의 넓이가 없습니다: %2 x %3픽셀</translation>
    </message>
    <message>
        <source>%1 is a polygon or a turned box: its bounds became the box</source>
        <translation>%1은(는) 다각형이거나 기울어진 박스이므로 경계를 박스로 삼았습니다</translation>
    </message>
    <message>
        <source>%1 has key points, which are not kept</source>
        <translation>%1에 키포인트가 있지만 보관하지 않습니다</translation>
    </message>
    <message>
        <source>YOLO (Ultralytics, Darknet)</source>
        <translation>YOLO (Ultralytics, Darknet)</translation>
    </message>
    <message>
        <source>%1 names no image</source>
        <translation>%1에 이미지 이름이 없습니다</translation>
    </message>
</context>
<context>
    <name>YoloLayout</name>
    <message>
        <source>%1 holds neither images nor label files</source>
        <translation>%1에 이미지도 라벨 파일도 없습니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, which the description names, is not below %2</source>
        <translation>설명 파일이 가리키는 %1이(가) %2 아래에 없습니다</translation>
    </message>
</context>
<context>
    <name>YoloLine</name>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>&quot;%1&quot;은(는) 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not a share of the image, 0 to 1</source>
        <translation>%1은(는) 이미지에 대한 비율(0~1)이 아닙니다</translation>
    </message>
    <message>
        <source>the line has %1 values</source>
        <translation>줄에 값이 %1개 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a class</source>
        <translation>&quot;%1&quot;은(는) 클래스가 아닙니다</translation>
    </message>
    <message>
        <source>the line has %1 values after its class; a box has 4</source>
        <translation>클래스 뒤에 값이 %1개 있습니다. 박스에는 4개가 필요합니다</translation>
    </message>
</context>
<context>
    <name>YoloWriter</name>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>내보내기를 멈췄습니다</translation>
    </message>
    <message>
        <source>No image is for validation; data.yaml names the training images instead</source>
        <translation>검증용 이미지가 없어 data.yaml에 학습 이미지를 대신 적었습니다</translation>
    </message>
    <message>
        <source>The images were not copied; YOLO looks for them in images/train and images/val</source>
        <translation>이미지를 복사하지 않았습니다. YOLO는 images/train과 images/val에서 찾습니다</translation>
    </message>
</context>
<context>
    <name>YoloYaml</name>
    <message>
        <source>&quot;%1&quot; is not understood</source>
        <translation>&quot;%1&quot;을(를) 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>names: &quot;%1&quot; is beyond %2 classes</source>
        <translation>names: &quot;%1&quot;이(가) 클래스 %2개를 넘습니다</translation>
    </message>
</context>
<context>
    <name>ZipArchive</name>
    <message>
        <source>its directory names %1 files, more than %2</source>
        <translation>목록에 파일이 %1개 있어 한도 %2개를 넘습니다</translation>
    </message>
    <message>
        <source>its directory is cut off after %1 of %2 files</source>
        <translation>목록이 파일 %2개 중 %1개 뒤에서 잘렸습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no size</source>
        <translation>&quot;%1&quot;의 크기가 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes twice</source>
        <translation>&quot;%1&quot;이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>the directory at its end is missing, as in a file that was cut off</source>
        <translation>끝에 있어야 할 목록이 없습니다. 중간에서 잘린 파일로 보입니다</translation>
    </message>
    <message>
        <source>it lacks &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compressed or encrypted, which weight files are not</source>
        <translation>&quot;%1&quot;이(가) 압축되었거나 암호화되어 있습니다. 가중치 파일은 그렇지 않습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where the directory says</source>
        <translation>&quot;%1&quot;이(가) 목록에 적힌 자리에 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is damaged: its check sum is another one</source>
        <translation>&quot;%1&quot;이(가) 손상되었습니다: 검사합이 다릅니다</translation>
    </message>
</context>
<context>
    <name>boxwright::Actions</name>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>박스</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Open a folder of images...</source>
        <translation>이미지 폴더 열기...</translation>
    </message>
    <message>
        <source>Open a project...</source>
        <translation>프로젝트 열기...</translation>
    </message>
    <message>
        <source>New project...</source>
        <translation>새 프로젝트...</translation>
    </message>
    <message>
        <source>Add a folder of images...</source>
        <translation>이미지 폴더 추가...</translation>
    </message>
    <message>
        <source>Import labels...</source>
        <translation>라벨 가져오기...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>내보내기...</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>프로젝트 닫기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Label page</source>
        <translation>라벨 페이지</translation>
    </message>
    <message>
        <source>Train page</source>
        <translation>학습 페이지</translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation>학습 일시 정지 또는 계속</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>이미지 필터</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Keys...</source>
        <translation>단축키...</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>이전 이미지</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>다음 이미지</translation>
    </message>
    <message>
        <source>Back by ten images</source>
        <translation>이미지 열 장 뒤로</translation>
    </message>
    <message>
        <source>On by ten images</source>
        <translation>이미지 열 장 앞으로</translation>
    </message>
    <message>
        <source>Previous unreviewed image</source>
        <translation>이전 미검토 이미지</translation>
    </message>
    <message>
        <source>Next unreviewed image</source>
        <translation>다음 미검토 이미지</translation>
    </message>
    <message>
        <source>Previous image without labels</source>
        <translation>라벨 없는 이전 이미지</translation>
    </message>
    <message>
        <source>Next image without labels</source>
        <translation>라벨 없는 다음 이미지</translation>
    </message>
    <message>
        <source>First image</source>
        <translation>첫 이미지</translation>
    </message>
    <message>
        <source>Last image</source>
        <translation>마지막 이미지</translation>
    </message>
    <message>
        <source>Reviewed, go on</source>
        <translation>검토됨으로 표시하고 다음으로</translation>
    </message>
    <message>
        <source>No objects here, go on</source>
        <translation>객체 없음으로 표시하고 다음으로</translation>
    </message>
    <message>
        <source>Draw a box anywhere</source>
        <translation>아무 곳에나 박스 그리기</translation>
    </message>
    <message>
        <source>Give up drawing, let go of the selection</source>
        <translation>그리기를 그만두고 선택 해제</translation>
    </message>
    <message>
        <source>Next box or suggestion</source>
        <translation>다음 박스 또는 제안</translation>
    </message>
    <message>
        <source>Previous box or suggestion</source>
        <translation>이전 박스 또는 제안</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Paste the previous image&apos;s boxes</source>
        <translation>이전 이미지의 박스 붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Next class</source>
        <translation>다음 클래스</translation>
    </message>
    <message>
        <source>Previous class</source>
        <translation>이전 클래스</translation>
    </message>
    <message>
        <source>Choose a class by typing...</source>
        <translation>입력하여 클래스 고르기...</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>어려움</translation>
    </message>
    <message>
        <source>Occluded</source>
        <translation>가려짐</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>잘림</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>제안 수락</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>제안 거절</translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation>보이는 제안 모두 수락</translation>
    </message>
    <message>
        <source>Show less sure suggestions too</source>
        <translation>신뢰도가 더 낮은 제안도 보기</translation>
    </message>
    <message>
        <source>Show only surer suggestions</source>
        <translation>신뢰도가 더 높은 제안만 보기</translation>
    </message>
    <message>
        <source>Run the model on this image</source>
        <translation>이 이미지에 모델 실행</translation>
    </message>
    <message>
        <source>Run the model on all images</source>
        <translation>모든 이미지에 모델 실행</translation>
    </message>
    <message>
        <source>Fit the image</source>
        <translation>이미지를 창에 맞춤</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Hide the boxes while held</source>
        <translation>누르고 있는 동안 박스 숨기기</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Draw a box; Shift: square, Alt: also over other boxes</source>
        <translation>박스 그리기. Shift: 정사각형, Alt: 다른 박스 위에서도</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Move by 1 pixel, with Shift by 10; with nothing selected: other image</source>
        <translation>1픽셀 이동, Shift와 함께 10픽셀. 선택이 없으면 다른 이미지로</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Ctrl+화살표</translation>
    </message>
    <message>
        <source>Grow to that side; Ctrl+Alt+arrows: shrink</source>
        <translation>그쪽으로 늘리기. Ctrl+Alt+화살표: 줄이기</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>Class of the selection or of the next box; Shift+digit: 11 to 20</source>
        <translation>선택한 박스나 다음 박스의 클래스. Shift+숫자: 11~20</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Zoom at the pointer; Shift+wheel: sideways</source>
        <translation>포인터 위치에서 확대/축소. Shift+휠: 좌우로</translation>
    </message>
    <message>
        <source>middle or Space drag</source>
        <translation>가운데 버튼 또는 Space 누르고 끌기</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>화면 이동</translation>
    </message>
    <message>
        <source>Data page</source>
        <translation>데이터 페이지</translation>
    </message>
    <message>
        <source>Review page</source>
        <translation>검토 페이지</translation>
    </message>
    <message>
        <source>Models page</source>
        <translation>모델 페이지</translation>
    </message>
    <message>
        <source>Find moved images...</source>
        <translation>옮긴 이미지 찾기...</translation>
    </message>
    <message>
        <source>Search actions, images, classes...</source>
        <translation>기능, 이미지, 클래스 검색...</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>무리</translation>
    </message>
    <message>
        <source>Zoom to each box in turn, on or off</source>
        <translation>박스를 차례로 확대 (켜기/끄기)</translation>
    </message>
    <message>
        <source>Keep zoom and place from image to image, on or off</source>
        <translation>이미지를 넘겨도 확대와 위치 유지 (켜기/끄기)</translation>
    </message>
    <message>
        <source>Open a model from the cloud...</source>
        <translation>클라우드 모델 불러오기...</translation>
    </message>
    <message>
        <source>Open the log of a training in the cloud...</source>
        <translation>클라우드 학습 로그 열기...</translation>
    </message>
</context>
<context>
    <name>boxwright::CanvasView</name>
    <message>
        <source>Image with its boxes</source>
        <translation>이미지와 박스</translation>
    </message>
</context>
<context>
    <name>boxwright::ClassChoiceTable</name>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Exported as</source>
        <translation>내보낼 이름</translation>
    </message>
</context>
<context>
    <name>boxwright::ClassListDelegate</name>
    <message>
        <source>Class name</source>
        <translation>클래스 이름</translation>
    </message>
</context>
<context>
    <name>boxwright::ClassNameField</name>
    <message>
        <source>Class of the box</source>
        <translation>박스의 클래스</translation>
    </message>
    <message>
        <source>What is it? Type a class, Enter</source>
        <translation>무엇인가요? 클래스 입력 후 Enter</translation>
    </message>
</context>
<context>
    <name>boxwright::ClassPanel</name>
    <message>
        <source>+ add</source>
        <translation>+ 추가</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Draw a box and give it a name: that is the first class.</source>
        <translation>박스를 그리고 이름을 붙이면 첫 클래스가 됩니다.</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>새 클래스의 이름</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>이름 입력 후 Enter</translation>
    </message>
    <message>
        <source>There is a class &quot;%1&quot; already.</source>
        <translation>&quot;%1&quot; 클래스가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1의 색</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>이름 바꾸기	F2</translation>
    </message>
    <message>
        <source>Change colour...</source>
        <translation>색 바꾸기...</translation>
    </message>
    <message>
        <source>Move up in the export order</source>
        <translation>내보내기 순서에서 위로</translation>
    </message>
    <message>
        <source>Move down in the export order</source>
        <translation>내보내기 순서에서 아래로</translation>
    </message>
    <message>
        <source>Delete with its labels	Del</source>
        <translation>라벨과 함께 삭제	Del</translation>
    </message>
</context>
<context>
    <name>boxwright::ClassPicker</name>
    <message>
        <source>Part of the class name</source>
        <translation>클래스 이름의 일부</translation>
    </message>
    <message>
        <source>Type a class</source>
        <translation>클래스 입력</translation>
    </message>
    <message>
        <source>Classes that fit</source>
        <translation>일치하는 클래스</translation>
    </message>
</context>
<context>
    <name>boxwright::CloudCard</name>
    <message>
        <source>not named yet</source>
        <translation>아직 이름이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) without names: %1</source>
        <translation>
            <numerusform>이름 없는 번호 %n개: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (most likely, not tried yet)</source>
        <translation>%1 (가장 그럴듯한 방식, 아직 확인하지 않음)</translation>
    </message>
    <message>
        <source>What its files do not say</source>
        <translation>파일에 나와 있지 않은 것</translation>
    </message>
    <message>
        <source>Name the classes...</source>
        <translation>클래스 이름 정하기...</translation>
    </message>
    <message>
        <source>Compare ways...</source>
        <translation>방식 비교하기...</translation>
    </message>
    <message>
        <source>Runs the model on some labelled images in each way and shows which agrees with the labels.</source>
        <translation>라벨이 있는 이미지 몇 장에서 모델을 방식마다 실행해 보고, 어느 방식이 라벨과 맞는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Pixels are given</source>
        <translation>픽셀 입력 방식</translation>
    </message>
</context>
<context>
    <name>boxwright::CloudExportLine</name>
    <message>
        <source>Export for SageMaker</source>
        <translation>SageMaker용으로 내보내기</translation>
    </message>
    <message>
        <source>Model of SageMaker (*.tar.gz)</source>
        <translation>SageMaker 모델 (*.tar.gz)</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1이(가) 이미 있습니다.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>The file holds no class names. By number, from 0: %1</source>
        <translation>파일에는 클래스 이름이 들어가지 않습니다. 0번부터 차례로: %1</translation>
    </message>
    <message>
        <source>Writing %1...</source>
        <translation>%1 쓰는 중...</translation>
    </message>
</context>
<context>
    <name>boxwright::CloudForm</name>
    <message>
        <source>Also write a training job for SageMaker</source>
        <translation>SageMaker 학습 작업도 함께 쓰기</translation>
    </message>
    <message>
        <source> USD per hour</source>
        <translation> USD/시간</translation>
    </message>
    <message>
        <source> images per second</source>
        <translation> 이미지/초</translation>
    </message>
    <message>
        <source>Upload to</source>
        <translation>올릴 곳</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>리전</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Price, speed</source>
        <translation>가격, 속도</translation>
    </message>
    <message>
        <source>Epochs, image_shape</source>
        <translation>에포크, image_shape</translation>
    </message>
    <message numerus="yes">
        <source>For %n training image(s) it takes %1 and costs %2 USD: a rough guess from the figures above.</source>
        <translation>
            <numerusform>학습 이미지 %n개에 %1, 비용 %2 USD로 보입니다. 위 값으로 어림한 것입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writes the request and upload.sh beside the export. Nothing is sent until upload.sh runs.</source>
        <translation>내보낸 폴더 옆에 요청과 upload.sh를 씁니다. upload.sh를 실행하기 전에는 아무것도 보내지 않습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::CountChart</name>
    <message>
        <source>Right click: save this chart as a picture</source>
        <translation>오른쪽 클릭: 이 차트를 그림으로 저장</translation>
    </message>
    <message>
        <source>Save as a picture...</source>
        <translation>그림으로 저장...</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>그림 (*.png *.svg)</translation>
    </message>
</context>
<context>
    <name>boxwright::DataPage</name>
    <message>
        <source>%1 images, %2 labels, %3 classes</source>
        <translation>이미지 %1개, 라벨 %2개, 클래스 %3개</translation>
    </message>
    <message>
        <source>%1 reviewed, %2 empty, %3 open</source>
        <translation>검토됨 %1, 비어 있음 %2, 남음 %3</translation>
    </message>
    <message>
        <source>%1 training, %2 validation, %3 test, %4 in no split</source>
        <translation>학습 %1, 검증 %2, 시험 %3, 분할 없음 %4</translation>
    </message>
    <message>
        <source>Split the data set...</source>
        <translation>데이터 세트 분할...</translation>
    </message>
    <message>
        <source>Check the data set</source>
        <translation>데이터 세트 점검</translation>
    </message>
    <message>
        <source>Cuts boxes at the image&apos;s edge, deletes boxes without area and repeated boxes. One step: undo takes all of it back.</source>
        <translation>박스를 이미지 가장자리에서 자르고, 넓이가 없거나 되풀이된 박스를 지웁니다. 한 단계이므로 실행 취소로 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>발견된 것</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 세트</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>점검 중...</translation>
    </message>
    <message>
        <source>Mend boxes</source>
        <translation>박스 고치기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>Boxes outside their image, near-duplicates across splits, classes that nothing validates: what would spoil a training or an export.</source>
        <translation>이미지 밖의 박스, 분할을 넘나드는 거의 같은 이미지, 검증되지 않는 클래스처럼 학습이나 내보내기를 망칠 것을 찾습니다.</translation>
    </message>
    <message>
        <source>Looking at every box and every image.</source>
        <translation>모든 박스와 이미지를 살펴보고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>발견된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Each finding shows its images.</source>
        <translation>항목을 고르면 해당 이미지를 보여 줍니다.</translation>
    </message>
    <message numerus="yes">
        <source>Mend %n box(es)</source>
        <translation>
            <numerusform>박스 %n개 고치기</numerusform>
        </translation>
    </message>
    <message>
        <source>Side of the square that the network will see: boxes are tiny or not by it.</source>
        <translation>신경망이 보게 될 정사각형의 한 변입니다. 박스가 너무 작은지는 이 값으로 판단합니다.</translation>
    </message>
    <message>
        <source>For image_shape</source>
        <translation>image_shape 기준</translation>
    </message>
    <message>
        <source>Something has changed since this check.</source>
        <translation>이 검사 이후에 바뀐 것이 있습니다.</translation>
    </message>
    <message>
        <source>Split from list files...</source>
        <translation>목록 파일로 분할...</translation>
    </message>
    <message>
        <source>Takes the splits from text files that name an image a line, such as train.txt, val.txt and test.txt.</source>
        <translation>한 줄에 이미지 하나씩 적은 텍스트 파일(train.txt, val.txt, test.txt 등)에서 분할을 가져옵니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::DetectionPicture</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
</context>
<context>
    <name>boxwright::DeviceChooser</name>
    <message>
        <source>What the training computes on</source>
        <translation>학습을 계산할 장치</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>계산 장치</translation>
    </message>
    <message numerus="yes">
        <source> of %n core(s)</source>
        <translation>
            <numerusform>/%n코어</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor cores used by the training</source>
        <translation>학습에 쓰는 프로세서 코어 수</translation>
    </message>
    <message>
        <source>Leave one core free, so that the window stays quick while you go on labelling.</source>
        <translation>라벨 작업을 계속하는 동안 창이 빠르게 반응하도록 코어 하나는 남겨 두세요.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation>혼합 정밀도</translation>
    </message>
    <message>
        <source>Convolutions compute in bfloat16: mostly faster, and as good in all but the last digits.</source>
        <translation>합성곱을 bfloat16으로 계산합니다. 대개 더 빠르며, 마지막 몇 자리만 다를 뿐 결과는 그만큼 좋습니다.</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>자동(%1)</translation>
    </message>
    <message numerus="yes">
        <source>All %n GPU(s)</source>
        <translation>
            <numerusform>GPU %n개 모두</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::ExportDialog</name>
    <message>
        <source>Export the data set</source>
        <translation>데이터 세트 내보내기</translation>
    </message>
    <message>
        <source>I know: export with the new order</source>
        <translation>알고 있습니다. 새 순서로 내보냅니다</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>%1 with %2; classes in this order: %3</source>
        <translation>%1, %2. 클래스 순서: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>라벨 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The order of the classes has changed since the last export. It was: %1. What was trained on that export would take one class for another.</source>
        <translation>마지막으로 내보낸 뒤 클래스 순서가 바뀌었습니다. 이전 순서: %1. 그때 내보낸 것으로 학습한 모델은 클래스를 서로 혼동하게 됩니다.</translation>
    </message>
    <message>
        <source>What this format cannot carry or leaves out:</source>
        <translation>이 형식에 담을 수 없거나 제외되는 것:</translation>
    </message>
    <message>
        <source>Writing...</source>
        <translation>쓰는 중...</translation>
    </message>
    <message>
        <source>Exported and read back: %1 with %2 in %3</source>
        <translation>내보내고 다시 읽어 확인했습니다: %1, %2, 위치 %3</translation>
    </message>
    <message>
        <source>There is no image to export with these choices.</source>
        <translation>이 설정으로 내보낼 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>To start the training in the cloud, run %1</source>
        <translation>클라우드 학습을 시작하려면 %1을(를) 실행하세요</translation>
    </message>
</context>
<context>
    <name>boxwright::ExportForm</name>
    <message>
        <source>No format is chosen.</source>
        <translation>형식을 고르지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose the folder to export to.</source>
        <translation>내보낼 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>%1 is no address in S3: it must be like s3://my-bucket/folder.</source>
        <translation>%1은(는) S3 주소가 아닙니다. s3://my-bucket/folder와 같은 형태여야 합니다.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>모든 이미지</translation>
    </message>
    <message>
        <source>Only the training split</source>
        <translation>학습 분할만</translation>
    </message>
    <message>
        <source>Only the validation split</source>
        <translation>검증 분할만</translation>
    </message>
    <message>
        <source>Only the test split</source>
        <translation>테스트 분할만</translation>
    </message>
    <message>
        <source>Only images that are reviewed</source>
        <translation>검토된 이미지만</translation>
    </message>
    <message>
        <source>With images confirmed to be empty</source>
        <translation>비어 있다고 확인된 이미지 포함</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>고르기...</translation>
    </message>
    <message>
        <source>Copy the images too</source>
        <translation>이미지도 복사</translation>
    </message>
    <message>
        <source>Where the images will lie in S3. Leave it empty to name the files only; nothing is uploaded.</source>
        <translation>이미지를 둘 S3 위치입니다. 비워 두면 파일 이름만 적습니다. 업로드는 하지 않습니다.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Address in S3</source>
        <translation>S3 주소</translation>
    </message>
    <message>
        <source>Export to this folder</source>
        <translation>이 폴더로 내보내기</translation>
    </message>
    <message>
        <source>Leave out, rename or merge classes</source>
        <translation>클래스를 빼거나, 이름을 바꾸거나, 합치기</translation>
    </message>
    <message>
        <source>Turn copies upright</source>
        <translation>복사본을 바로 세우기</translation>
    </message>
    <message>
        <source>Cameras note how they were held. Not every program obeys that note; these copies do not need it.</source>
        <translation>카메라는 어떻게 들고 찍었는지를 적어 둡니다. 이를 따르지 않는 프로그램도 있지만, 이 복사본에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Larger images are made so small that their shorter edge has that many pixels, and their boxes with them.</source>
        <translation>더 큰 이미지는 짧은 변이 이 픽셀 수가 되도록 줄이고, 박스도 함께 줄입니다.</translation>
    </message>
    <message>
        <source>Shorter edge</source>
        <translation>짧은 변</translation>
    </message>
</context>
<context>
    <name>boxwright::FetchWeightsDialog</name>
    <message>
        <source>Fetch ImageNet weights for %1</source>
        <translation>%1의 ImageNet 가중치 받기</translation>
    </message>
    <message>
        <source>Public weights that others have trained on ImageNet. Only this file is fetched; nothing of yours is sent. It is kept in %1.</source>
        <translation>다른 사람들이 ImageNet으로 학습해 공개한 가중치입니다. 이 파일만 받으며 내 자료는 아무것도 보내지 않습니다. 보관하는 곳: %1</translation>
    </message>
    <message>
        <source>%1 · %2 MB · %3</source>
        <translation>%1 · %2MB · %3</translation>
    </message>
    <message>
        <source>Files move: another address of the same file can be written here.</source>
        <translation>파일은 옮겨지기도 합니다. 같은 파일의 다른 주소를 여기에 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>No public weights are known for this base network.</source>
        <translation>이 기반 네트워크의 공개 가중치는 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1에 요청하는 중...</translation>
    </message>
</context>
<context>
    <name>boxwright::FindingView</name>
    <message>
        <source>Back to the charts</source>
        <translation>차트로 돌아가기</translation>
    </message>
    <message>
        <source>Images of this finding</source>
        <translation>이 항목의 이미지</translation>
    </message>
</context>
<context>
    <name>boxwright::FindingsModel</name>
    <message>
        <source>%1  %2</source>
        <comment>kind of finding, how often</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Boxes beyond the image</source>
        <translation>이미지 밖으로 나간 박스</translation>
    </message>
    <message>
        <source>Boxes without area</source>
        <translation>넓이가 없는 박스</translation>
    </message>
    <message>
        <source>Tiny boxes</source>
        <translation>아주 작은 박스</translation>
    </message>
    <message>
        <source>Repeated boxes</source>
        <translation>되풀이된 박스</translation>
    </message>
    <message>
        <source>Boxes with two classes</source>
        <translation>클래스가 둘인 박스</translation>
    </message>
    <message>
        <source>Very long boxes</source>
        <translation>아주 긴 박스</translation>
    </message>
    <message>
        <source>Too many labels for label_width</source>
        <translation>label_width에 비해 많은 라벨</translation>
    </message>
    <message>
        <source>Classes without labels</source>
        <translation>라벨이 없는 클래스</translation>
    </message>
    <message>
        <source>Classes with few labels</source>
        <translation>라벨이 적은 클래스</translation>
    </message>
    <message>
        <source>Classes without validation</source>
        <translation>검증되지 않는 클래스</translation>
    </message>
    <message>
        <source>Images of the same name</source>
        <translation>이름이 같은 이미지</translation>
    </message>
    <message>
        <source>Images not reviewed</source>
        <translation>검토하지 않은 이미지</translation>
    </message>
    <message>
        <source>No validation split</source>
        <translation>검증 분할 없음</translation>
    </message>
    <message>
        <source>Images that cannot be read</source>
        <translation>읽을 수 없는 이미지</translation>
    </message>
    <message>
        <source>Grey images, alpha, 16 bits</source>
        <translation>회색조, 알파, 16비트 이미지</translation>
    </message>
    <message>
        <source>Neither JPEG nor PNG</source>
        <translation>JPEG도 PNG도 아님</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>거의 같은 이미지</translation>
    </message>
    <message>
        <source>Near-duplicates across splits</source>
        <translation>분할을 넘나드는 거의 같은 이미지</translation>
    </message>
</context>
<context>
    <name>boxwright::HyperparametersDialog</name>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often the training goes over all training images. More takes longer and helps until the validation mAP no longer rises.</source>
        <translation>모든 학습 이미지를 몇 번 훑는지입니다. 늘리면 오래 걸리며, 검증 mAP가 더 오르지 않을 때까지 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Images per step</source>
        <translation>스텝당 이미지 수</translation>
    </message>
    <message>
        <source>How many images are looked at before the weights move once. Larger is steadier and takes more memory.</source>
        <translation>가중치를 한 번 움직이기 전에 보는 이미지 수입니다. 클수록 안정적이고 메모리를 더 씁니다.</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>이미지 한 변</translation>
    </message>
    <message>
        <source>Side in pixels of the square that every image is scaled to. Larger finds smaller objects; the time grows with its square.</source>
        <translation>모든 이미지를 맞추는 정사각형의 한 변(픽셀)입니다. 클수록 작은 객체를 찾지만 시간은 그 제곱으로 늘어납니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far the weights move at each step. Lower it when the loss jumps or becomes infinite.</source>
        <translation>스텝마다 가중치가 움직이는 정도입니다. 손실이 튀거나 무한대가 되면 낮추세요.</translation>
    </message>
    <message>
        <source>Lower the rate at epochs</source>
        <translation>학습률을 낮출 에포크</translation>
    </message>
    <message>
        <source>Epochs with commas between them, for example 10,20. Empty: the rate stays.</source>
        <translation>쉼표로 구분한 에포크(예: 10,20)입니다. 비워 두면 학습률이 그대로입니다.</translation>
    </message>
    <message>
        <source>Lower the rate by</source>
        <translation>학습률 감소 배율</translation>
    </message>
    <message>
        <source>The rate is multiplied by this at each of those epochs.</source>
        <translation>위 에포크마다 학습률에 이 값을 곱합니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 방법</translation>
    </message>
    <message>
        <source>The rule by which the weights move.</source>
        <translation>가중치를 움직이는 규칙입니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>How much of the last step goes on in the next one, from 0 to 1.</source>
        <translation>지난 스텝의 움직임을 다음 스텝에 얼마나 이어 갈지, 0에서 1까지의 값입니다.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Pulls the weights towards 0, against learning by heart.</source>
        <translation>가중치를 0 쪽으로 당겨 외우기만 하는 것(과적합)을 막습니다.</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Ends the training when the validation mAP no longer rises; the best model is kept.</source>
        <translation>검증 mAP가 더 오르지 않으면 학습을 끝냅니다. 가장 좋은 모델은 남습니다.</translation>
    </message>
    <message>
        <source>... not before epoch</source>
        <translation>... 최소 에포크</translation>
    </message>
    <message>
        <source>The fewest epochs that are trained in any case.</source>
        <translation>어떤 경우에도 학습하는 최소 에포크 수입니다.</translation>
    </message>
    <message>
        <source>... epochs without progress</source>
        <translation>... 개선 없는 에포크 수</translation>
    </message>
    <message>
        <source>How many epochs may pass without a better mAP.</source>
        <translation>mAP가 나아지지 않아도 기다리는 에포크 수입니다.</translation>
    </message>
    <message>
        <source>... progress at least</source>
        <translation>... 최소 개선 폭</translation>
    </message>
    <message>
        <source>A rise of the mAP that is smaller than this counts as none.</source>
        <translation>mAP가 이보다 적게 오르면 오르지 않은 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Overlap that counts as found</source>
        <translation>찾은 것으로 보는 겹침</translation>
    </message>
    <message>
        <source>For the validation mAP: how much a detection and a label must overlap (intersection over union).</source>
        <translation>검증 mAP 계산에서 탐지와 라벨이 겹쳐야 하는 정도(IoU)입니다.</translation>
    </message>
    <message>
        <source>Overlap of two detections</source>
        <translation>두 탐지의 겹침</translation>
    </message>
    <message>
        <source>Of detections of one class that overlap more than this, only the most confident stays.</source>
        <translation>같은 클래스의 탐지가 이보다 많이 겹치면 신뢰도가 가장 높은 것만 남깁니다.</translation>
    </message>
    <message>
        <source>Detections compared</source>
        <translation>비교할 탐지 수</translation>
    </message>
    <message>
        <source>How many of the most confident detections are compared with each other.</source>
        <translation>신뢰도가 높은 순으로 서로 비교할 탐지의 수입니다.</translation>
    </message>
    <message>
        <source>Layers that stay as they are</source>
        <translation>고정할 층</translation>
    </message>
    <message>
        <source>A regular expression; parameters whose names begin with a match are not trained. Empty: all are trained.</source>
        <translation>정규식입니다. 이름이 이 식과 맞는 것으로 시작하는 파라미터는 학습하지 않습니다. 비워 두면 모두 학습합니다.</translation>
    </message>
    <message>
        <source>Label width</source>
        <translation>라벨 너비</translation>
    </message>
    <message>
        <source>Room for the labels of one image in SageMaker&apos;s record files. No effect on a training here.</source>
        <translation>SageMaker 레코드 파일에서 이미지 하나의 라벨이 차지하는 자리입니다. 여기서 하는 학습에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>하이퍼파라미터</translation>
    </message>
    <message>
        <source>Reset to the preset</source>
        <translation>프리셋 값으로 되돌리기</translation>
    </message>
    <message>
        <source>%1 in SageMaker; the preset&apos;s value is %2</source>
        <translation>SageMaker 이름은 %1, 프리셋 값은 %2입니다</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜기</translation>
    </message>
</context>
<context>
    <name>boxwright::ImageListDelegate</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>라벨 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>라벨 없음</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n suggested</source>
        <translation>
            <numerusform>%1 · 제안 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>제안 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
</context>
<context>
    <name>boxwright::ImageListPanel</name>
    <message>
        <source>Filter images</source>
        <translation>이미지 필터</translation>
    </message>
    <message>
        <source>Filter by name, state:, class:</source>
        <translation>이름, state:, class: 조건으로 필터</translation>
    </message>
    <message>
        <source>Words of the file name, and
state:unreviewed, state:reviewed, state:empty, state:broken
class:NAME, has:labels, has:suggestions
split:train, split:validation, split:test, split:none
A minus in front turns a term around: -class:bee</source>
        <translation>파일 이름의 일부, 그리고
state:unreviewed, state:reviewed, state:empty, state:broken
class:이름, has:labels, has:suggestions
split:train, split:validation, split:test, split:none
앞에 빼기를 붙이면 반대가 됩니다: -class:bee</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>No image passes the filter.</source>
        <translation>필터에 맞는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no term of the filter: hover over it to see those there are.</source>
        <translation>&quot;%1&quot;은(는) 필터에 쓸 수 없습니다. 포인터를 올리면 쓸 수 있는 것을 볼 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>이미지 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>이미지 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 / %2 reviewed</source>
        <translation>%1 / %2 검토됨</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Take out of the project</source>
        <translation>프로젝트에서 빼기</translation>
    </message>
    <message>
        <source>The file stays where it is.</source>
        <translation>파일은 그대로 남습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::ImportDialog</name>
    <message>
        <source>Import labels</source>
        <translation>라벨 가져오기</translation>
    </message>
    <message>
        <source>Choose the file or the folder with the labels. Its format is told from its content.</source>
        <translation>라벨이 있는 파일이나 폴더를 고르세요. 형식은 내용을 보고 알아냅니다.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>파일...</translation>
    </message>
    <message>
        <source>Folder...</source>
        <translation>폴더...</translation>
    </message>
    <message>
        <source>Told from the content</source>
        <translation>내용을 보고 판단</translation>
    </message>
    <message>
        <source>beside the labels</source>
        <translation>라벨과 같은 위치</translation>
    </message>
    <message>
        <source>As the files say</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Choose the file with the labels</source>
        <translation>라벨 파일 고르기</translation>
    </message>
    <message>
        <source>Choose the folder with the labels</source>
        <translation>라벨 폴더 고르기</translation>
    </message>
    <message>
        <source>Choose the folder with the images</source>
        <translation>이미지 폴더 고르기</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1에 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>읽는 중...</translation>
    </message>
    <message>
        <source>Told from the content: %1</source>
        <translation>내용을 보고 판단: %1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>라벨 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) that nobody has checked</source>
        <translation>
            <numerusform>아무도 확인하지 않은 제안 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image file(s) were not found: name the folder they lie in</source>
        <translation>
            <numerusform>이미지 파일 %n개를 찾지 못했습니다. 파일이 있는 폴더를 지정하세요</numerusform>
        </translation>
    </message>
    <message>
        <source>New classes: %1</source>
        <translation>새 클래스: %1</translation>
    </message>
    <message>
        <source>Imported: %1 with %2.</source>
        <translation>가져왔습니다: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n new image(s)</source>
        <translation>
            <numerusform>새 이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that were here already got labels.</source>
        <translation>
            <numerusform>이미 있던 이미지 %n개에 라벨을 추가했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo takes it all back in one step.</source>
        <translation>실행 취소 한 번으로 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>이 프로젝트는 읽기 전용으로 열려 있습니다.</translation>
    </message>
    <message>
        <source>Numbers are this project&apos;s classes in their order</source>
        <translation>번호를 이 프로젝트의 클래스 순서로 읽기</translation>
    </message>
    <message>
        <source>Classes by number: %1</source>
        <translation>번호별 클래스: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>제안 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>가져왔습니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that were here already got them.</source>
        <translation>
            <numerusform>이미 있던 이미지 %n개에 추가했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestions wait on their images and on the Review page.</source>
        <translation>제안은 해당 이미지와 검토 페이지에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No image was found for what the files say: name the folder that the images lie in.</source>
        <translation>파일이 말하는 이미지를 하나도 찾지 못했습니다. 이미지가 있는 폴더를 정해 주세요.</translation>
    </message>
</context>
<context>
    <name>boxwright::JobStrip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>초당 %1개</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>boxwright::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>boxwright::LabelEdits</name>
    <message>
        <source>The project is open for reading only: nothing was changed.</source>
        <translation>프로젝트가 읽기 전용으로 열려 있어 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Draw box</source>
        <translation>박스 그리기</translation>
    </message>
    <message numerus="yes">
        <source>This image has %n label(s), so it is not empty.</source>
        <translation>
            <numerusform>이 이미지에는 라벨이 %n개 있으므로 비어 있지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept or reject the %n suggestion(s) first, or press N for &quot;no objects here&quot;.</source>
        <translation>
            <numerusform>먼저 제안 %n개를 수락하거나 거절하세요. 객체가 없으면 N 키를 누르세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>This image cannot be read: nobody can say what is on it.</source>
        <translation>이 이미지는 읽을 수 없어 무엇이 있는지 알 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::LabelListPanel</name>
    <message>
        <source>Drag on the image to draw the first box.</source>
        <translation>이미지 위를 끌어 첫 박스를 그리세요.</translation>
    </message>
    <message>
        <source>Labels in this image</source>
        <translation>이 이미지의 라벨</translation>
    </message>
</context>
<context>
    <name>boxwright::LabelPage</name>
    <message numerus="yes">
        <source>Class %1 and its %n label(s) were deleted. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>클래스 %1과(와) 라벨 %n개를 삭제했습니다. Ctrl+Z로 되돌릴 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This project has no images yet. Add a folder of them from the menu (F10).</source>
        <translation>이 프로젝트에는 아직 이미지가 없습니다. 메뉴(F10)에서 이미지 폴더를 추가하세요.</translation>
    </message>
    <message>
        <source>Drag a box, or click two corners · Shift square · Esc stop</source>
        <translation>끌거나 두 모서리를 눌러 박스 그리기 · Shift 정사각형 · Esc 그만</translation>
    </message>
    <message>
        <source>Enter accept · Backspace reject · Shift+Enter accept all shown</source>
        <translation>Enter 수락 · Backspace 거절 · Shift+Enter 보이는 제안 모두 수락</translation>
    </message>
    <message>
        <source>1 … 9 class · Del delete · arrows move · Tab next box</source>
        <translation>1 … 9 클래스 · Del 삭제 · 화살표 이동 · Tab 다음 박스</translation>
    </message>
    <message>
        <source>Drag to draw a box · N no objects here · D next image</source>
        <translation>끌어서 박스 그리기 · N 객체 없음 · D 다음 이미지</translation>
    </message>
    <message>
        <source>Space reviewed, go on · D next image · A previous image</source>
        <translation>Space 검토됨, 다음으로 · D 다음 이미지 · A 이전 이미지</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Find moved images...</source>
        <translation>옮긴 이미지 찾기...</translation>
    </message>
    <message>
        <source>Show where this image lies now; the others of its folders follow.</source>
        <translation>이 이미지가 지금 있는 곳을 알려 주면 같은 폴더의 다른 이미지도 함께 찾습니다.</translation>
    </message>
    <message>
        <source>Every image of this project is where it should be.</source>
        <translation>이 프로젝트의 모든 이미지가 제자리에 있습니다.</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1, 지금 어디에 있나요?</translation>
    </message>
    <message>
        <source>This image (%1)</source>
        <translation>이 이미지 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found again.</source>
        <translation>
            <numerusform>이미지 %n개를 다시 찾았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab zooms to each box. Z again shows the whole image.</source>
        <translation>Tab을 누를 때마다 박스를 확대합니다. Z를 다시 누르면 이미지 전체가 보입니다.</translation>
    </message>
    <message>
        <source>Tab leaves the zoom as it is.</source>
        <translation>Tab을 눌러도 확대를 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Images of the same size keep zoom and place.</source>
        <translation>크기가 같은 이미지는 확대와 위치를 유지합니다.</translation>
    </message>
    <message>
        <source>Every image is fitted into the window.</source>
        <translation>이미지마다 창에 맞춥니다.</translation>
    </message>
    <message>
        <source>D next image · A previous image</source>
        <translation>D 다음 이미지 · A 이전 이미지</translation>
    </message>
</context>
<context>
    <name>boxwright::MainWindow</name>
    <message>
        <source>A training is running. Closing the project stops it; its best model so far is kept.</source>
        <translation>학습이 진행 중입니다. 프로젝트를 닫으면 학습이 중지됩니다. 지금까지의 가장 좋은 모델은 남습니다.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중지하고 닫기</translation>
    </message>
    <message>
        <source>Some edits could not be saved. Closing now loses them.</source>
        <translation>저장하지 못한 편집이 있습니다. 지금 닫으면 잃게 됩니다.</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>버리고 닫기</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정 따르기</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>이미지 폴더 고르기</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>이미지 폴더 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation>
            <numerusform>이미지 %n개를 추가했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawing the sample...</source>
        <translation>샘플 그리는 중...</translation>
    </message>
</context>
<context>
    <name>boxwright::MeasureCard</name>
    <message>
        <source>How good is it?</source>
        <translation>얼마나 잘 찾나요?</translation>
    </message>
    <message>
        <source>Images to measure on</source>
        <translation>평가할 이미지</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>검증 이미지</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>시험 이미지</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>학습 이미지</translation>
    </message>
    <message>
        <source>All labelled images</source>
        <translation>라벨이 있는 모든 이미지</translation>
    </message>
    <message>
        <source>Average precision of each class</source>
        <translation>클래스별 평균 정밀도</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>평균 정밀도</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Runs the model over labelled images and compares: 0 finds nothing, 1 finds everything exactly. Validation and test images were not learned from.</source>
        <translation>라벨이 있는 이미지에서 모델이 찾은 것을 라벨과 비교합니다. 0은 하나도 못 찾음, 1은 모두 정확히 찾음을 뜻합니다. 검증과 시험 이미지는 학습에 쓰이지 않았습니다.</translation>
    </message>
    <message>
        <source>No labelled image is in this split. The Data page splits the data set.</source>
        <translation>이 분할에는 라벨이 있는 이미지가 없습니다. 데이터 페이지에서 데이터 세트를 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>Opening the model...</source>
        <translation>모델을 여는 중...</translation>
    </message>
    <message numerus="yes">
        <source>mAP %1 on %n image(s), at IoU 0.5</source>
        <translation>
            <numerusform>이미지 %n개에서 mAP %1 (IoU 0.5)</numerusform>
        </translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>라벨 없음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>평가</translation>
    </message>
</context>
<context>
    <name>boxwright::ModelListModel</name>
    <message>
        <source>makes the suggestions</source>
        <translation>제안에 쓰는 중</translation>
    </message>
    <message>
        <source>mAP %1</source>
        <translation>mAP %1</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>불러옴</translation>
    </message>
    <message>
        <source>is being opened...</source>
        <translation>여는 중...</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>from the cloud</source>
        <translation>클라우드에서</translation>
    </message>
    <message>
        <source>detection only</source>
        <translation>검출만 가능</translation>
    </message>
</context>
<context>
    <name>boxwright::ModelView</name>
    <message>
        <source>from scratch</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Suggestions come from this model from now on.</source>
        <translation>지금부터 이 모델이 제안을 만듭니다.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>모델 정보</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>하이퍼파라미터</translation>
    </message>
    <message>
        <source>opened from %1</source>
        <translation>불러온 곳: %1</translation>
    </message>
    <message>
        <source>trained here, %1</source>
        <translation>여기서 학습함, %1</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>목록에서 빼기</translation>
    </message>
    <message>
        <source>Move to the trash...</source>
        <translation>휴지통으로 옮기기...</translation>
    </message>
    <message>
        <source>Makes the suggestions</source>
        <translation>제안에 쓰는 중</translation>
    </message>
    <message>
        <source>Use for suggestions</source>
        <translation>제안에 쓰기</translation>
    </message>
    <message>
        <source>This project does not have these classes; what the model finds of them is left out: %1</source>
        <translation>이 프로젝트에 없는 클래스입니다. 모델이 찾아도 제안에서 뺍니다: %1</translation>
    </message>
    <message>
        <source>Base network</source>
        <translation>기반 네트워크</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1픽셀</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Best mAP</source>
        <translation>최고 mAP</translation>
    </message>
    <message>
        <source>%1 at epoch %2</source>
        <translation>%1 (에포크 %2)</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>학습한 데이터</translation>
    </message>
    <message>
        <source>%1 images, %2 labels</source>
        <translation>이미지 %1개, 라벨 %2개</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>이미지 %1개</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>검증 mAP</translation>
    </message>
    <message>
        <source>best at epoch %1</source>
        <translation>에포크 %1에서 최고</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Goes to the Train page with this model as the start.</source>
        <translation>이 모델을 시작점으로 삼아 학습 페이지로 갑니다.</translation>
    </message>
    <message>
        <source>Export for SageMaker...</source>
        <translation>SageMaker용으로 내보내기...</translation>
    </message>
    <message>
        <source>Writes model.tar.gz as SageMaker&apos;s own training leaves it.</source>
        <translation>SageMaker에서 학습했을 때와 똑같은 형태의 model.tar.gz를 씁니다.</translation>
    </message>
    <message>
        <source>The model is being opened...</source>
        <translation>모델을 여는 중입니다...</translation>
    </message>
    <message>
        <source>Its classes have no names yet, so that it makes no suggestions and cannot be measured.</source>
        <translation>클래스에 아직 이름이 없어서 제안을 만들거나 성능을 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Runs in</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>this program&apos;s own network: it can be trained further</source>
        <translation>이 프로그램의 네트워크: 이어서 학습할 수 있음</translation>
    </message>
    <message>
        <source>the graph runner, operator by operator: it only detects</source>
        <translation>그래프 실행기(연산자 단위): 검출만 가능</translation>
    </message>
    <message>
        <source>Its network is none of those that this program trains: it only detects.</source>
        <translation>이 프로그램이 학습할 수 있는 네트워크가 아니어서 검출만 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Open a model folder...</source>
        <translation>모델 폴더 불러오기...</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>모델 폴더 불러오기</translation>
    </message>
    <message>
        <source>A folder with model.json and weights.safetensors, from another project or another computer</source>
        <translation>다른 프로젝트나 다른 컴퓨터에서 가져온, model.json과 weights.safetensors가 있는 폴더</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>아직 모델이 없습니다</translation>
    </message>
    <message>
        <source>Every training leaves its best model here. A model makes the suggestions on the Label page and can be measured, compared and handed on.</source>
        <translation>학습할 때마다 가장 좋은 모델이 여기에 남습니다. 모델은 라벨 페이지에서 제안을 만들고, 평가하고 비교하고 넘겨줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Train one (Ctrl+T)</source>
        <translation>학습하기 (Ctrl+T)</translation>
    </message>
    <message>
        <source>The run %1 goes to the trash, with its models and its curves.</source>
        <translation>실행 %1을(를) 모델과 그래프까지 모두 휴지통으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash.</source>
        <translation>%1: 휴지통으로 옮기지 못했습니다.</translation>
    </message>
    <message>
        <source>Open a model from the cloud...</source>
        <translation>클라우드 모델 불러오기...</translation>
    </message>
    <message>
        <source>SageMaker&apos;s model.tar.gz, or MXNet&apos;s NAME-symbol.json with its .params beside it; dropping it on the window does the same</source>
        <translation>SageMaker의 model.tar.gz, 또는 .params 파일과 함께 있는 MXNet의 NAME-symbol.json. 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Open a model from the cloud</source>
        <translation>클라우드 모델 불러오기</translation>
    </message>
    <message>
        <source>Models of the cloud (*.tar.gz *.tgz *.tar *-symbol.json)</source>
        <translation>클라우드 모델 (*.tar.gz *.tgz *.tar *-symbol.json)</translation>
    </message>
</context>
<context>
    <name>boxwright::NameClassesDialog</name>
    <message>
        <source>Name the classes</source>
        <translation>클래스 이름 정하기</translation>
    </message>
    <message>
        <source>A model of the cloud knows its classes by number only. What it finds is shown beside the numbers; say what each one is. A number without a name makes no suggestions.</source>
        <translation>클라우드 모델은 클래스를 번호로만 압니다. 번호 옆에 모델이 찾은 것을 보여 드리니, 각각 무엇인지 적어 주세요. 이름 없는 번호는 제안을 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Keep these names</source>
        <translation>이 이름으로 정하기</translation>
    </message>
    <message>
        <source>Names of the classes</source>
        <translation>클래스 이름</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>From the project</source>
        <translation>프로젝트에서</translation>
    </message>
    <message>
        <source>The project&apos;s classes in their order</source>
        <translation>프로젝트의 클래스를 그 순서대로</translation>
    </message>
    <message>
        <source>From a file...</source>
        <translation>파일에서...</translation>
    </message>
    <message>
        <source>A list with one name a line, a manifest with a class map, or another project</source>
        <translation>한 줄에 이름 하나씩 적힌 목록, class-map이 있는 매니페스트, 또는 다른 프로젝트</translation>
    </message>
    <message>
        <source>Add names that are new to the project&apos;s classes</source>
        <translation>새 이름을 프로젝트 클래스에 추가</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>These are %1 names, and the model has %2 classes.</source>
        <translation>이름은 %1개인데 모델의 클래스는 %2개입니다.</translation>
    </message>
    <message>
        <source>Choose a file with class names</source>
        <translation>클래스 이름 파일 선택</translation>
    </message>
    <message>
        <source>Opening the model...</source>
        <translation>모델을 여는 중...</translation>
    </message>
    <message>
        <source>Two classes cannot both be called %1.</source>
        <translation>두 클래스에 %1이라는 같은 이름을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no image to look at.</source>
        <translation>살펴볼 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
    <message>
        <source>These are the project&apos;s classes in their order. Look at the images whether they fit.</source>
        <translation>프로젝트의 클래스를 그 순서대로 넣었습니다. 이미지를 보고 맞는지 확인하세요.</translation>
    </message>
</context>
<context>
    <name>boxwright::OpenImagesModel</name>
    <message numerus="yes">
        <source>%n suggested · least sure %1</source>
        <translation>
            <numerusform>제안 %n개 · 최저 신뢰도 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::PixelProbeDialog</name>
    <message>
        <source>Compare ways of giving pixels</source>
        <translation>픽셀 입력 방식 비교</translation>
    </message>
    <message>
        <source>The model&apos;s files do not say how it was given pixels. Solid boxes are your labels, dashed ones are what the model is surest of: in the right way the two agree.</source>
        <translation>모델 파일에는 픽셀을 어떻게 입력했는지 나와 있지 않습니다. 실선 박스는 라벨이고 점선 박스는 모델이 가장 확신하는 것입니다. 방식이 맞으면 둘이 일치합니다.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Use the chosen way</source>
        <translation>선택한 방식 사용</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Opening the model...</source>
        <translation>모델을 여는 중...</translation>
    </message>
    <message>
        <source>mAP %1</source>
        <translation>mAP %1</translation>
    </message>
    <message>
        <source>surest %1 %</source>
        <translation>최고 확신도 %1%</translation>
    </message>
    <message>
        <source>Agrees best with the labels: %1.</source>
        <translation>라벨과 가장 잘 맞는 방식: %1.</translation>
    </message>
    <message>
        <source>In no way does the model find what is labelled. Are its classes in the right order?</source>
        <translation>어떤 방식으로도 모델이 라벨과 맞는 것을 찾지 못합니다. 클래스 순서가 맞나요?</translation>
    </message>
    <message>
        <source>No image is labelled yet, so that nothing can be counted: choose by eye, or label a few images and come back.</source>
        <translation>아직 라벨이 있는 이미지가 없어 수치를 낼 수 없습니다. 눈으로 보고 고르거나, 이미지 몇 장에 라벨을 단 뒤 다시 비교하세요.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
    <message>
        <source>Agrees best with the labels, but hardly: %1. Are the model&apos;s classes in the right order?</source>
        <translation>라벨과 그나마 가장 잘 맞는 방식이지만 거의 맞지 않습니다: %1. 모델의 클래스 순서가 맞나요?</translation>
    </message>
</context>
<context>
    <name>boxwright::ReviewPage</name>
    <message>
        <source>Smallest confidence that is shown</source>
        <translation>표시할 최소 신뢰도</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Choose a model...</source>
        <translation>모델 고르기...</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Images with suggestions, the most doubtful first</source>
        <translation>제안이 있는 이미지, 가장 애매한 것부터</translation>
    </message>
    <message>
        <source>The most doubtful first: answering them teaches most</source>
        <translation>가장 애매한 것부터: 먼저 확인할수록 많이 배웁니다</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>검토할 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln image(s)</source>
        <translation>
            <numerusform>이미지 %Ln개에 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>제안 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>No suggestion from this confidence on.</source>
        <translation>이 신뢰도 이상인 제안이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln</source>
        <translation>
            <numerusform>%Ln개 모두 수락</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>모두 수락</translation>
    </message>
    <message>
        <source>Makes labels of all of them. One step: undo takes all of it back.</source>
        <translation>모두 라벨로 만듭니다. 한 번의 작업이므로 실행 취소하면 모두 되돌아갑니다.</translation>
    </message>
    <message numerus="yes">
        <source>Reject all %Ln</source>
        <translation>
            <numerusform>%Ln개 모두 거절</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>모두 거절</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>그만 찾기</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln image(s)</source>
        <translation>
            <numerusform>이미지 %Ln개에서 찾기</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model in use. Train one, or choose one of those there are.</source>
        <translation>쓰고 있는 모델이 없습니다. 새로 학습하거나 있는 모델을 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that nobody has reviewed have no suggestions yet.</source>
        <translation>
            <numerusform>아직 검토하지 않은 이미지 %Ln개에 제안이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model has looked at every image that nobody has reviewed.</source>
        <translation>아직 검토하지 않은 이미지를 모델이 모두 살펴봤습니다.</translation>
    </message>
    <message>
        <source>No open suggestion has this confidence. Lower it, or let the model look at more images: what it finds appears here, the most doubtful first.</source>
        <translation>이 신뢰도 이상인 제안이 없습니다. 신뢰도를 낮추거나 모델이 더 많은 이미지를 살펴보게 하세요. 찾은 것이 가장 애매한 것부터 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>A model&apos;s suggestions for the whole data set are answered here, the most doubtful first. Train a model or choose one to begin.</source>
        <translation>모델이 데이터 세트 전체에서 찾은 제안을 가장 애매한 것부터 여기서 확인합니다. 모델을 학습하거나 골라서 시작하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Accept %Ln suggestion(s)</source>
        <translation>
            <numerusform>제안 %Ln개 수락</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln suggestion(s)</source>
        <translation>
            <numerusform>제안 %Ln개 거절</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::RunsModel</name>
    <message>
        <source>Run</source>
        <translation>학습 실행</translation>
    </message>
    <message>
        <source>Base network</source>
        <translation>기반 네트워크</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>scratch</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>its files are damaged</source>
        <translation>파일이 손상됨</translation>
    </message>
    <message>
        <source>ended before it had a model</source>
        <translation>모델이 나오기 전에 끝남</translation>
    </message>
    <message>
        <source>makes the suggestions</source>
        <translation>제안에 사용 중</translation>
    </message>
    <message>
        <source>trained in the cloud</source>
        <translation>클라우드에서 학습함</translation>
    </message>
</context>
<context>
    <name>boxwright::SearchPopup</name>
    <message>
        <source>Search actions, images and classes</source>
        <translation>기능, 이미지, 클래스 검색</translation>
    </message>
    <message>
        <source>What do you want to do, or see?</source>
        <translation>무엇을 하거나 볼까요?</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>맞는 항목</translation>
    </message>
</context>
<context>
    <name>boxwright::SplitDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Split the data set</source>
        <translation>데이터 세트 분할</translation>
    </message>
    <message>
        <source>The same number gives the same split again.</source>
        <translation>같은 수를 쓰면 같은 분할이 나옵니다.</translation>
    </message>
    <message>
        <source>Every class in the same shares</source>
        <translation>모든 클래스를 같은 비율로</translation>
    </message>
    <message>
        <source>Only images that are in no split yet</source>
        <translation>아직 분할되지 않은 이미지만</translation>
    </message>
    <message>
        <source>every image by itself</source>
        <translation>이미지를 하나씩</translation>
    </message>
    <message>
        <source>images of one folder</source>
        <translation>같은 폴더의 이미지끼리</translation>
    </message>
    <message>
        <source>images whose names begin alike</source>
        <translation>이름 앞부분이 같은 이미지끼리</translation>
    </message>
    <message>
        <source>images that look alike</source>
        <translation>비슷하게 보이는 이미지끼리</translation>
    </message>
    <message>
        <source>What belongs to one scene must not be learned and tested at once.</source>
        <translation>한 장면에 속한 이미지를 학습과 시험에 함께 쓰면 안 됩니다.</translation>
    </message>
    <message>
        <source>A regular expression on the file name; images with the same text in its brackets stay together.</source>
        <translation>파일 이름에 쓰는 정규 표현식입니다. 괄호 안의 글이 같은 이미지는 함께 있습니다.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>함께 두기</translation>
    </message>
    <message>
        <source>Name pattern</source>
        <translation>이름 패턴</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Looking for images that are nearly the same.</source>
        <translation>거의 같은 이미지를 찾고 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of images stay together.</source>
        <translation>
            <numerusform>이미지 묶음 %n개가 함께 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at images...</source>
        <translation>이미지 살펴보는 중...</translation>
    </message>
</context>
<context>
    <name>boxwright::SplitListsDialog</name>
    <message>
        <source>Split from list files</source>
        <translation>목록 파일로 분할</translation>
    </message>
    <message>
        <source>Text files that name an image a line: by its path, by the end of its path, or by its name without the ending. Images that no list names keep their split.</source>
        <translation>한 줄에 이미지 하나씩 적은 텍스트 파일입니다. 경로 전체나 경로의 끝부분, 또는 확장자를 뺀 이름으로 적습니다. 어느 목록에도 없는 이미지는 지금의 분할에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>파일...</translation>
    </message>
    <message>
        <source>Choose a list of images</source>
        <translation>이미지 목록 고르기</translation>
    </message>
    <message>
        <source>Lists of images (*.txt);;All files (*)</source>
        <translation>이미지 목록 (*.txt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>읽는 중...</translation>
    </message>
    <message>
        <source>%1. The first line is %2</source>
        <translation>%1. 첫 줄: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name no image of this data set, or several, and change nothing:</source>
        <translation>
            <numerusform>이 데이터 세트의 이미지를 가리키지 않거나 여러 이미지를 가리켜서 아무것도 바꾸지 않는 줄 %n개:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that no list names keep their split.</source>
        <translation>
            <numerusform>어느 목록에도 없는 이미지 %n개는 지금의 분할에 그대로 남습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>이 프로젝트는 읽기 전용으로 열려 있습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::StartChooser</name>
    <message>
        <source>Choose weights for the base network</source>
        <translation>기반 네트워크의 가중치 고르기</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>With a file of ImageNet weights it learns faster and finds more, from fewer labels.</source>
        <translation>ImageNet 가중치 파일로 시작하면 더 적은 라벨로도 더 빨리 배우고 더 잘 찾습니다.</translation>
    </message>
    <message>
        <source>Choose a weights file...</source>
        <translation>가중치 파일 고르기...</translation>
    </message>
    <message>
        <source>Base network</source>
        <translation>기반 네트워크</translation>
    </message>
    <message>
        <source>Small and quick: the one for a processor</source>
        <translation>작고 빠름: CPU에 알맞습니다</translation>
    </message>
    <message>
        <source>Deep: slower to train and to run; SageMaker has it too</source>
        <translation>깊은 네트워크: 학습과 실행이 더 느립니다. SageMaker에도 있습니다</translation>
    </message>
    <message>
        <source>The classic: several times slower to train and to run; SageMaker has it too</source>
        <translation>고전적인 네트워크: 학습과 실행이 몇 배 느립니다. SageMaker에도 있습니다</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>%1 · mAP %2</source>
        <translation>%1 · mAP %2</translation>
    </message>
    <message>
        <source>A training that goes on keeps the model&apos;s base network.</source>
        <translation>이어서 하는 학습은 그 모델의 기반 네트워크를 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.onnx *.params)</source>
        <translation>가중치 (*.safetensors *.pth *.pt *.onnx *.params)</translation>
    </message>
    <message>
        <source>Fetch ImageNet weights...</source>
        <translation>ImageNet 가중치 받기...</translation>
    </message>
    <message>
        <source>Only its base network</source>
        <translation>기반 네트워크만</translation>
    </message>
    <message>
        <source>For other classes than that model&apos;s: what it knows of shapes is kept, what it knows of its classes is learned anew.</source>
        <translation>그 모델과 클래스가 다를 때 씁니다. 형태에 대해 배운 것은 남기고 클래스에 대해 배운 것은 새로 배웁니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::StartPage</name>
    <message>
        <source>Label boxes, train, look, export.</source>
        <translation>라벨링, 학습, 확인, 내보내기.</translation>
    </message>
    <message>
        <source>Images stay where they are and are never changed. Everything you draw is saved at once, in one file beside them.</source>
        <translation>이미지는 그 자리에 그대로 두고 바꾸지 않습니다. 그린 것은 모두 곧바로, 이미지 옆의 파일 하나에 저장됩니다.</translation>
    </message>
    <message>
        <source>Choose a folder of photos</source>
        <translation>사진 폴더 고르기</translation>
    </message>
    <message>
        <source>or drop one on this window</source>
        <translation>또는 이 창에 끌어다 놓기</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>a file NAME.boxwright</source>
        <translation>이름.boxwright 파일</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플로 시작하기</translation>
    </message>
    <message>
        <source>120 drawn scenes with fruits, ready to train</source>
        <translation>바로 학습할 수 있는 과일 그림 120장</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>The model %1 is opened as soon as you choose images or a project: it looks at them.</source>
        <translation>모델 %1은(는) 이미지나 프로젝트를 고르면 바로 열립니다. 그 이미지에서 물체를 찾습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::StatusLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>box %1 px · %2 in the network</source>
        <translation>박스 %1픽셀 · 네트워크에서 %2</translation>
    </message>
    <message>
        <source>training starts...</source>
        <translation>학습을 시작하는 중...</translation>
    </message>
    <message>
        <source>training paused</source>
        <translation>학습 일시 정지됨</translation>
    </message>
    <message>
        <source>training done · best mAP %1</source>
        <translation>학습 완료 · 최고 mAP %1</translation>
    </message>
    <message>
        <source>training done</source>
        <translation>학습 완료</translation>
    </message>
    <message>
        <source>training failed: %1</source>
        <translation>학습 실패: %1</translation>
    </message>
    <message>
        <source>looking for objects · %1 of %2 images</source>
        <translation>객체 찾는 중 · 이미지 %1/%2</translation>
    </message>
    <message>
        <source>training · epoch %1</source>
        <translation>학습 중 · 에포크 %1</translation>
    </message>
    <message>
        <source>training · epoch %1 · mAP %2</source>
        <translation>학습 중 · 에포크 %1 · mAP %2</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n초 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n분 남음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::SuggestionPanel</name>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Smallest confidence that is shown</source>
        <translation>보여 줄 최소 신뢰도</translation>
    </message>
    <message>
        <source>Show suggestions from this confidence on ([ and ])</source>
        <translation>이 신뢰도 이상의 제안 보기([ 와 ])</translation>
    </message>
    <message>
        <source>Make labels of everything shown (Shift+Enter)</source>
        <translation>보이는 것을 모두 라벨로(Shift+Enter)</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Take everything shown away</source>
        <translation>보이는 것을 모두 거절</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n shown</source>
        <translation>
            <numerusform>%n개 수락</numerusform>
        </translation>
    </message>
    <message>
        <source>None shown</source>
        <translation>보이는 제안 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n more below this confidence</source>
        <translation>
            <numerusform>이 신뢰도 아래 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>The Review page shows them all, the most doubtful first (Alt+3)</source>
        <translation>검토 페이지에서 가장 애매한 것부터 모두 볼 수 있습니다 (Alt+3)</translation>
    </message>
    <message numerus="yes">
        <source>%1 more in %Ln other image(s)</source>
        <translation>
            <numerusform>다른 이미지 %Ln개에 %1개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>boxwright::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>메뉴(F10)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>saving...</source>
        <translation>저장 중...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>내보내기...</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>read only: open in %1</source>
        <translation>읽기 전용: %1에서 열려 있음</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>모두 저장됨</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>저장 안 됨: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>실행 취소: %1(Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>실행 취소할 것이 없습니다</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>다시 실행: %1(Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>다시 실행할 것이 없습니다</translation>
    </message>
    <message>
        <source>Search actions, images, classes...    Ctrl+K</source>
        <translation>기능, 이미지, 클래스 검색...    Ctrl+K</translation>
    </message>
</context>
<context>
    <name>boxwright::TrainPage</name>
    <message>
        <source>Teach this computer to find your objects</source>
        <translation>이 컴퓨터에 객체 찾는 법을 가르쳐 보세요</translation>
    </message>
    <message>
        <source>1.  Draw boxes on some images of the Label page: press W or just drag. Twenty of each class are a start.</source>
        <translation>1.  라벨 페이지에서 이미지 몇 장에 박스를 그립니다. W 키를 누르거나 그냥 끌면 됩니다. 클래스마다 스무 개면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>2.  Press Train here. Go on labelling meanwhile: the training works with the labels of that moment.</source>
        <translation>2.  여기서 학습을 누릅니다. 그동안 라벨 작업을 계속해도 됩니다. 학습에는 누른 순간의 라벨을 씁니다.</translation>
    </message>
    <message>
        <source>3.  When it is done, what it finds appears on the other images as suggestions. Enter accepts one.</source>
        <translation>3.  끝나면 찾아낸 것이 다른 이미지에 제안으로 나타납니다. Enter 키로 수락합니다.</translation>
    </message>
    <message>
        <source>4.  Correct, train again, and watch the mAP rise: 0 finds nothing, 1 finds everything exactly.</source>
        <translation>4.  고치고 다시 학습하면서 mAP가 오르는 것을 보세요. 0이면 아무것도 못 찾고, 1이면 모두 정확히 찾습니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 실행</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>이 모델 사용</translation>
    </message>
    <message>
        <source>Suggestions come from this run&apos;s best model from now on.</source>
        <translation>지금부터 이 학습 실행의 가장 좋은 모델로 제안을 만듭니다.</translation>
    </message>
    <message>
        <source>Open the log of a training in the cloud...</source>
        <translation>클라우드 학습 로그 열기...</translation>
    </message>
    <message>
        <source>Open the log of a training in the cloud</source>
        <translation>클라우드 학습 로그 열기</translation>
    </message>
</context>
<context>
    <name>boxwright::TrainingMonitor</name>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Stop, keep best</source>
        <translation>중지(최고 모델 유지)</translation>
    </message>
    <message>
        <source>Ends the training after the step in work; its best model stays.</source>
        <translation>진행 중인 스텝까지 마치고 학습을 끝냅니다. 가장 좋은 모델은 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>에포크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n epoch(s)</source>
        <translation>
            <numerusform>에포크 %n개 후 중지됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finished after %n epoch(s)</source>
        <translation>
            <numerusform>에포크 %n개로 완료</numerusform>
        </translation>
    </message>
    <message>
        <source>best mAP %1 at epoch %2</source>
        <translation>최고 mAP %1(에포크 %2)</translation>
    </message>
    <message>
        <source>could not go on</source>
        <translation>계속할 수 없었습니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>stopping after this step...</source>
        <translation>이 스텝까지 하고 멈추는 중...</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>preparing...</source>
        <translation>준비 중...</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>에포크 %1/%2</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>초당 이미지 %1장</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>검증 mAP</translation>
    </message>
    <message>
        <source>best %1 at epoch %2</source>
        <translation>최고 %1(에포크 %2)</translation>
    </message>
    <message>
        <source>there is no validation image</source>
        <translation>검증 이미지가 없습니다</translation>
    </message>
    <message>
        <source>- - %1</source>
        <translation>- - %1</translation>
    </message>
    <message>
        <source>... %1</source>
        <translation>... %1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>box %1</source>
        <translation>박스 %1</translation>
    </message>
</context>
<context>
    <name>boxwright::TrainingSetup</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>이미지 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>라벨 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>This project is open for reading only, so that no training can be kept.</source>
        <translation>이 프로젝트는 읽기 전용으로 열려 있어 학습 결과를 남길 수 없습니다.</translation>
    </message>
    <message>
        <source>The weights file %1 cannot be read any more. Choose another start.</source>
        <translation>가중치 파일 %1을(를) 더 이상 읽을 수 없습니다. 다른 시작점을 고르세요.</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>무엇이 필요하세요?</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>빠르게 보기</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>철저히</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Advanced...</source>
        <translation>고급...</translation>
    </message>
    <message numerus="yes">
        <source>Advanced... · %n value(s) changed</source>
        <translation>
            <numerusform>고급... · 값 %n개 변경됨</numerusform>
        </translation>
    </message>
    <message>
        <source>One training runs at a time.</source>
        <translation>학습은 한 번에 하나만 실행됩니다.</translation>
    </message>
    <message>
        <source>is there something to learn?</source>
        <translation>배울 것이 있는지 확인</translation>
    </message>
    <message>
        <source>good enough to suggest</source>
        <translation>제안에 쓸 만한 수준</translation>
    </message>
    <message>
        <source>the model to keep</source>
        <translation>오래 쓸 모델</translation>
    </message>
    <message>
        <source>From the speed of the last training on this computer: %1 images/s</source>
        <translation>이 컴퓨터의 지난 학습 속도 기준: 초당 이미지 %1장</translation>
    </message>
    <message>
        <source>A guess: the first training on this computer will measure its speed.</source>
        <translation>추정값입니다. 이 컴퓨터에서 처음 학습할 때 속도를 잽니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::UploadRun</name>
    <message>
        <source>Uploads the export, starts the training in the cloud and waits for its end. From then on it costs money.</source>
        <translation>내보낸 데이터를 올리고 클라우드에서 학습을 시작한 뒤 끝날 때까지 기다립니다. 그때부터 비용이 듭니다.</translation>
    </message>
    <message>
        <source>What upload.sh says</source>
        <translation>upload.sh의 출력</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>지금 실행</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Running...</source>
        <translation>실행하는 중...</translation>
    </message>
    <message>
        <source>upload.sh could not be started: %1</source>
        <translation>upload.sh를 시작하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Stopped. A training that had started in the cloud goes on there.</source>
        <translation>중지했습니다. 클라우드에서 이미 시작한 학습은 그곳에서 계속됩니다.</translation>
    </message>
    <message>
        <source>upload.sh was ended from outside.</source>
        <translation>upload.sh가 밖에서 종료되었습니다.</translation>
    </message>
    <message>
        <source>upload.sh has failed with exit status %1; what it said last tells why.</source>
        <translation>upload.sh가 종료 상태 %1(으)로 실패했습니다. 마지막 출력에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>The training in the cloud has ended.</source>
        <translation>클라우드의 학습이 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>boxwright::Workspace</name>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>The project is open for reading only: nothing was changed.</source>
        <translation>프로젝트가 읽기 전용으로 열려 있어 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no model yet: train one on the Train page (Ctrl+T).</source>
        <translation>아직 모델이 없습니다. 학습 페이지(Ctrl+T)에서 학습하세요.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>이미지 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reviewed</source>
        <translation>
            <numerusform>%Ln개 검토함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>라벨 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>no model makes suggestions</source>
        <translation>제안하는 모델 없음</translation>
    </message>
    <message>
        <source>suggestions from %1</source>
        <translation>%1의 제안</translation>
    </message>
</context>
</TS>
